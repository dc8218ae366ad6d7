/** How much a training step computes. */
import { responseShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';

/** Multiply-adds of a step: the response, then as many for the kernel gradient. */
export function countMultiplyAdds(plan: Plan): number {
  return 2 * elementCount(responseShape(plan)) * plan.inPerGroup * plan.kernel[0] * plan.kernel[1];
}
