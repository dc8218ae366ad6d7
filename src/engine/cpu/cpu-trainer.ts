/** Training on the CPU: weights and gradients are float32 after every step, as in PyTorch; updates are float64. */
import { kernelShape } from '../../math/geometry.ts';
import { makeOptimizerState } from '../../math/optimizer.ts';
import { updateWeights, type RunningOptimizer } from '../../math/optimizer-update.ts';
import type { Shape4 } from '../../math/tensor.ts';
import type { Trainer, TrainingReport } from '../contract.ts';
import { BusyError, DisposedError, StepsError } from '../errors.ts';
import type { CheckedProblem } from '../training-problem.ts';
import type { Arithmetic, OpenLoss } from './arithmetic.ts';
import { requireElements } from './limits.ts';

export class CpuTrainer implements Trainer {
  private readonly shape: Shape4;
  private readonly loss: OpenLoss;
  private readonly optimizer: CheckedProblem['optimizer'];
  private readonly state: RunningOptimizer;
  private readonly weights: Float64Array;
  private readonly gradient: Float64Array;
  private busy = false;
  private disposed = false;

  /** Throws LimitError where the arithmetic has no room for the problem. */
  constructor(
    arithmetic: Arithmetic,
    problem: CheckedProblem,
    /** Throws when the engine that made the trainer is gone. */
    private readonly requireEngine: () => void,
  ) {
    this.shape = kernelShape(problem.plan);
    this.loss = arithmetic.openLoss(problem);
    this.optimizer = problem.optimizer;
    this.state = makeOptimizerState(problem.optimizer, problem.kernel.length);
    this.weights = Float64Array.from(problem.kernel);
    this.gradient = new Float64Array(problem.kernel.length);
  }

  async advance(steps: number): Promise<TrainingReport> {
    this.requireAlive();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    requireElements('losses', steps);
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
    if (this.disposed) return;
    this.disposed = true;
    this.loss.close();
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
    const loss = this.loss.evaluate(weights, gradient);
    updateWeights(this.optimizer, this.state, weights, gradient);
    for (let i = 0; i < weights.length; i++) weights[i] = Math.fround(weights[i] ?? 0);
    return loss;
  }
}
