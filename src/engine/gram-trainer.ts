/**
 * Training by the normal equations, for every engine: one float64 sweep over the image when it begins, then steps of
 * taps² products for each output channel. Weights are float32 after every step, as in PyTorch and in the trainers that
 * go over the image.
 */
import { kernelShape } from '../math/geometry.ts';
import { tapCount } from '../math/gram.ts';
import { lossScale } from '../math/loss.ts';
import { normalEquations, writeGradient, type NormalEquations } from '../math/normal-equations.ts';
import { makeOptimizerState } from '../math/optimizer.ts';
import { updateWeights, type RunningOptimizer } from '../math/optimizer-update.ts';
import type { Shape4 } from '../math/tensor.ts';
import type { Trainer, TrainingReport } from './contract.ts';
import { BusyError, DisposedError, LimitError, StepsError } from './errors.ts';
import type { CheckedProblem } from './training-problem.ts';

/** Losses of one report: 1 GiB of float32. */
const MOST_LOSSES = 2 ** 28;
/** Entries of the Gram matrices: 512 MiB of float64. */
const MOST_ENTRIES = 2 ** 26;

export class GramTrainer implements Trainer {
  private readonly shape: Shape4;
  private readonly equations: NormalEquations;
  private readonly scale: number;
  private readonly optimizer: CheckedProblem['optimizer'];
  private readonly state: RunningOptimizer;
  private readonly weights: Float64Array;
  private readonly gradient: Float64Array;
  private busy = false;
  private disposed = false;

  /** Sweeps over the image at once and keeps nothing of it; throws LimitError for a kernel of too many taps. */
  constructor(
    { plan, image, target, kernel, loss, optimizer }: CheckedProblem,
    /** Throws when the engine that made the trainer is gone. */
    private readonly requireEngine: () => void,
  ) {
    requireAtMost('gram matrices', plan.geometry.groups * tapCount(plan) ** 2, MOST_ENTRIES);
    this.shape = kernelShape(plan);
    this.equations = normalEquations(plan, image, target);
    this.scale = lossScale(loss, target.length);
    this.optimizer = optimizer;
    this.state = makeOptimizerState(optimizer, kernel.length);
    this.weights = Float64Array.from(kernel);
    this.gradient = new Float64Array(kernel.length);
  }

  async advance(steps: number): Promise<TrainingReport> {
    this.requireAlive();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    requireAtMost('losses', steps, MOST_LOSSES);
    this.busy = true;
    try {
      // Computes after the caller has its promise, so that a second call, or an end, is met here as on the GPU.
      await Promise.resolve();
      this.requireAlive();
      return this.compute(steps);
    } finally {
      this.busy = false;
    }
  }

  dispose(): void {
    this.disposed = true;
  }

  private requireAlive(): void {
    if (this.disposed) throw new DisposedError();
    this.requireEngine();
  }

  private compute(steps: number): TrainingReport {
    const losses = new Float32Array(steps);
    for (let i = 0; i < steps; i++) losses[i] = this.takeStep();
    const { shape } = this;
    return {
      step: this.state.step,
      losses,
      kernel: { shape, data: Float32Array.from(this.weights) },
      gradient: { shape, data: Float32Array.from(this.gradient) },
    };
  }

  /** One update; returns the loss from before it. */
  private takeStep(): number {
    const { weights, gradient } = this;
    const loss = writeGradient(this.equations, this.scale, weights, gradient);
    updateWeights(this.optimizer, this.state, weights, gradient);
    for (let i = 0; i < weights.length; i++) weights[i] = Math.fround(weights[i] ?? 0);
    return loss;
  }
}

function requireAtMost(resource: string, requested: number, allowed: number): void {
  if (requested <= allowed) return;
  throw new LimitError({ code: 'limit', resource, requested, allowed, unit: 'elements' });
}
