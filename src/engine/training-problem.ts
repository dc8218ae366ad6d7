/** A training problem that was checked: what every engine needs to know about it. */
import { requireUpstream, type Plan } from '../math/geometry.ts';
import type { LossReduction } from '../math/loss.ts';
import { checkCorrelation } from '../math/operands.ts';
import { completeOptimizer, type CompleteOptimizer } from '../math/optimizer.ts';
import { requireTensor } from '../math/tensor.ts';
import type { TrainingProblem } from './contract.ts';

export interface CheckedProblem {
  readonly plan: Plan;
  readonly loss: LossReduction;
  readonly optimizer: CompleteOptimizer;
  /** Row-major, of the plan's shapes. */
  readonly image: Float32Array;
  readonly target: Float32Array;
  readonly kernel: Float32Array;
}

/** Throws GeometryError, ShapeError or OptimizerError. */
export function checkProblem(problem: TrainingProblem): CheckedProblem {
  const { image, target, kernel, geometry, loss, optimizer } = problem;
  const plan = checkCorrelation(image, kernel, geometry);
  requireTensor(target, 'target');
  requireUpstream(plan, target.shape, 'target');
  return {
    plan,
    loss,
    optimizer: completeOptimizer(optimizer),
    image: image.data,
    target: target.data,
    kernel: kernel.data,
  };
}
