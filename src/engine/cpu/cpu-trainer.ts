/** Training on the CPU: weights are float32 after every step, as in PyTorch; sums on the way are float64. */
import { elementCount, type Tensor4 } from '../../math/tensor.ts';
import { responseShape, kernelShape } from '../../math/geometry.ts';
import { squaredError, squaredErrorGradient } from '../../math/loss.ts';
import { makeOptimizerState, optimizerStep, type OptimizerState } from '../../math/optimizer.ts';
import type { Trainer, TrainingReport } from '../contract.ts';
import { BusyError, DisposedError, StepsError } from '../errors.ts';
import type { CheckedProblem } from '../training-problem.ts';
import { requireElements } from './limits.ts';
import { correlate, kernelGradient } from './operations.ts';

export class CpuTrainer implements Trainer {
  private step = 0;
  private weights: Float64Array;
  private gradient: Tensor4;
  private state: OptimizerState;
  private busy = false;
  private disposed = false;

  private readonly problem: CheckedProblem;

  constructor(
    problem: CheckedProblem,
    /** Throws when the engine that made the trainer is gone. */
    private readonly requireEngine: () => void,
  ) {
    // Copies, as a device would have: the caller may go on using its arrays.
    this.problem = { ...problem, image: problem.image.slice(), target: problem.target.slice() };
    const shape = kernelShape(problem.plan);
    this.weights = Float64Array.from(problem.kernel);
    this.gradient = { shape, data: new Float32Array(elementCount(shape)) };
    this.state = makeOptimizerState(problem.optimizer, this.weights.length);
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
    this.disposed = true;
  }

  private requireAlive(): void {
    if (this.disposed) throw new DisposedError();
    this.requireEngine();
  }

  private compute(steps: number): TrainingReport {
    const losses = new Float32Array(steps);
    for (let i = 0; i < steps; i++) losses[i] = this.takeStep();
    this.step += steps;
    const kernel = { shape: kernelShape(this.problem.plan), data: Float32Array.from(this.weights) };
    return { step: this.step, losses, kernel, gradient: this.gradient };
  }

  /** One update; returns the loss from before it. */
  private takeStep(): number {
    const { plan, image, loss, optimizer } = this.problem;
    const target = { shape: responseShape(plan), data: this.problem.target };
    const response = correlate(plan, image, Float32Array.from(this.weights));
    const upstream = Float32Array.from(squaredErrorGradient(response, target, loss).data);
    this.gradient = kernelGradient(plan, image, upstream);
    const next = optimizerStep(optimizer, this.state, this.weights, Float64Array.from(this.gradient.data));
    this.weights = next.weights.map(Math.fround);
    this.state = next.state;
    return squaredError(response, target, loss);
  }
}
