/** How much a correlation computes. */
import { responseShape, type Plan } from './geometry.ts';
import { elementCount } from './tensor.ts';

/** Multiply-adds of one response, products with padding included; each of the two gradients takes as many. */
export function multiplyAdds(plan: Plan): number {
  return elementCount(responseShape(plan)) * plan.inPerGroup * plan.kernel[0] * plan.kernel[1];
}
