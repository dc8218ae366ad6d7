/** How many training steps go into one submit. */
import { elementCount, type Shape4 } from '../../math/tensor.ts';
import { responseShape, type Plan } from '../../math/geometry.ts';

/**
 * Multiply-adds of one submit. Browsers end a device whose work takes about ten seconds; a software adapter does
 * about 2^30 multiply-adds a second, the slowest of all, so that this is a quarter of a second there.
 */
const MULTIPLY_ADDS_PER_SUBMIT = 2 ** 28;

/** Recording costs host time too: more steps in one submit would gain nothing. */
const MOST_STEPS = 128;

/** From 1 to MOST_STEPS. */
export function stepsPerSubmit(plan: Plan): number {
  const response: Shape4 = responseShape(plan);
  const correlation = elementCount(response) * plan.inPerGroup * plan.kernel[0] * plan.kernel[1];
  const step = 2 * correlation; // the response, then the kernel gradient
  return Math.min(MOST_STEPS, Math.max(1, Math.floor(MULTIPLY_ADDS_PER_SUBMIT / step)));
}
