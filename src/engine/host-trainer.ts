/** Training on the CPU: weights are float32 after every step, as in PyTorch; updates are float64. */
import { kernelShape } from '../math/geometry.ts';
import { makeOptimizerState } from '../math/optimizer.ts';
import { updateWeights, type RunningOptimizer } from '../math/optimizer-update.ts';
import type { Shape4 } from '../math/tensor.ts';
import type { Trainer, TrainingReport } from './contract.ts';
import { BusyError, DisposedError, LimitError, StepsError } from './errors.ts';
import type { OpenLoss } from './open-loss.ts';
import type { CheckedProblem } from './training-problem.ts';

/** Losses of one report: 1 GiB of float32. */
const MOST_LOSSES = 2 ** 28;

export class HostTrainer implements Trainer {
  private readonly shape: Shape4;
  private readonly optimizer: CheckedProblem['optimizer'];
  private readonly state: RunningOptimizer;
  private readonly weights: Float64Array;
  private readonly gradient: Float64Array;
  private busy = false;
  private disposed = false;

  constructor(
    { plan, kernel, optimizer }: CheckedProblem,
    /** Closed with the trainer. */
    private readonly loss: OpenLoss,
    /** Throws when the engine that made the trainer is gone. */
    private readonly requireEngine: () => void,
  ) {
    this.shape = kernelShape(plan);
    this.optimizer = optimizer;
    this.state = makeOptimizerState(optimizer, kernel.length);
    this.weights = Float64Array.from(kernel);
    this.gradient = new Float64Array(kernel.length);
  }

  async advance(steps: number): Promise<TrainingReport> {
    this.requireAlive();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    requireLosses(steps);
    this.busy = true;
    try {
      // Computes after the caller has its promise, so that a second call, or an end, is met here as on the GPU.
      await Promise.resolve();
      this.requireAlive();
      return await this.compute(steps);
    } finally {
      this.busy = false;
    }
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.loss.close();
  }

  private requireAlive(): void {
    if (this.disposed) throw new DisposedError();
    this.requireEngine();
  }

  private async compute(steps: number): Promise<TrainingReport> {
    const losses = new Float32Array(steps);
    for (let i = 0; i < steps; i++) {
      const loss = this.loss.evaluate(this.weights, this.gradient);
      losses[i] = typeof loss === 'number' ? loss : await this.whileAlive(loss);
      this.update();
    }
    const { shape } = this;
    return {
      step: this.state.step,
      losses,
      kernel: { shape, data: Float32Array.from(this.weights) },
      gradient: { shape, data: Float32Array.from(this.gradient) },
    };
  }

  private async whileAlive(pending: Promise<number>): Promise<number> {
    try {
      return await pending;
    } finally {
      this.requireAlive();
    }
  }

  private update(): void {
    const { weights } = this;
    updateWeights(this.optimizer, this.state, weights, this.gradient);
    for (let i = 0; i < weights.length; i++) weights[i] = Math.fround(weights[i] ?? 0);
  }
}

function requireLosses(steps: number): void {
  if (steps <= MOST_LOSSES) return;
  throw new LimitError({
    code: 'limit',
    resource: 'losses',
    requested: steps,
    allowed: MOST_LOSSES,
    unit: 'elements',
  });
}
