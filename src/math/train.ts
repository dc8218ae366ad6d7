/** Training in float64, step by step: what both engines' trainers are compared with. */
import { correlate, kernelGradient } from './definition.ts';
import type { Geometry } from './geometry.ts';
import { squaredError, squaredErrorGradient, type LossReduction } from './loss.ts';
import {
  makeOptimizerState,
  optimizerStep,
  type OptimizerSettings,
  type OptimizerState,
} from './optimizer.ts';
import type { NumericTensor, Tensor4Float64 } from './tensor.ts';

/** The engine's TrainingProblem, with any numbers. */
export interface ReferenceProblem {
  readonly image: NumericTensor;
  readonly target: NumericTensor;
  readonly kernel: NumericTensor;
  readonly geometry?: Partial<Geometry>;
  readonly loss: LossReduction;
  readonly optimizer: OptimizerSettings;
}

export interface ReferenceStep {
  /** Before the update. */
  readonly loss: number;
  /** dL/dkernel, before weight decay. */
  readonly gradient: Tensor4Float64;
  /** After the update. */
  readonly kernel: Tensor4Float64;
}

/** `steps` updates from the problem's kernel; throws GeometryError, ShapeError or OptimizerError. */
export function trainReference(problem: ReferenceProblem, steps: number): readonly ReferenceStep[] {
  const history: ReferenceStep[] = [];
  let kernel = toFloat64(problem.kernel);
  let state = makeOptimizerState(problem.optimizer, kernel.data.length);
  for (let step = 0; step < steps; step++) {
    const update = takeStep(problem, kernel, state);
    history.push(update.step);
    kernel = update.step.kernel;
    state = update.state;
  }
  return history;
}

/** The loss of a kernel and its gradient dL/dkernel. */
export function lossAndGradient(
  problem: Omit<ReferenceProblem, 'optimizer'>,
  kernel: NumericTensor,
): { readonly loss: number; readonly gradient: Tensor4Float64 } {
  const { image, target, geometry } = problem;
  const response = correlate(image, kernel, geometry);
  const upstream = squaredErrorGradient(response, target, problem.loss);
  const [, , height, width] = kernel.shape;
  return {
    loss: squaredError(response, target, problem.loss),
    gradient: kernelGradient(image, upstream, [height, width], geometry),
  };
}

function takeStep(
  problem: ReferenceProblem,
  kernel: Tensor4Float64,
  state: OptimizerState,
): { readonly step: ReferenceStep; readonly state: OptimizerState } {
  const { loss, gradient } = lossAndGradient(problem, kernel);
  const next = optimizerStep(problem.optimizer, state, kernel.data, gradient.data);
  const step = { loss, gradient, kernel: { shape: kernel.shape, data: next.weights } };
  return { step, state: next.state };
}

function toFloat64({ shape, data }: NumericTensor): Tensor4Float64 {
  return { shape, data: Float64Array.from(data) };
}
