/** A training problem that was checked: what every engine needs to know about it. */
import { requireUpstream, type Plan } from '../math/geometry.ts';
import type { LossReduction } from '../math/loss.ts';
import { checkCorrelation } from '../math/operands.ts';
import { completeOptimizer, type CompleteOptimizer } from '../math/optimizer.ts';
import { requireTensor } from '../math/tensor.ts';
import type { TrainingMethod, TrainingProblem } from './contract.ts';
import { MethodError } from './errors.ts';

export interface CheckedProblem {
  readonly plan: Plan;
  readonly loss: LossReduction;
  readonly optimizer: CompleteOptimizer;
  readonly method: TrainingMethod;
  /** Row-major, of the plan's shapes. */
  readonly image: Float32Array;
  readonly target: Float32Array;
  readonly kernel: Float32Array;
}

/** Throws GeometryError, ShapeError or OptimizerError or MethodError. */
export function checkProblem(problem: TrainingProblem): CheckedProblem {
  const { image, target, kernel, geometry, loss, optimizer, method } = problem;
  const plan = checkCorrelation(image, kernel, geometry);
  requireTensor(target, 'target');
  requireUpstream(plan, target.shape, 'target');
  return {
    plan,
    loss,
    optimizer: completeOptimizer(optimizer),
    method: completeMethod(method),
    image: image.data,
    target: target.data,
    kernel: kernel.data,
  };
}

/** Problems come from programs without types, too. */
function completeMethod(method: TrainingMethod = 'passes'): TrainingMethod {
  const known: readonly string[] = ['passes', 'gram'] satisfies TrainingMethod[];
  if (!known.includes(method)) throw new MethodError(method);
  return method;
}
