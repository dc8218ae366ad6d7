/**
 * The loss by the normal equations, for every engine: one float64 sweep over the image when it is opened, then taps²
 * products for each output channel and step, whatever the image's size.
 */
import { tapCount } from '../math/gram.ts';
import { lossScale } from '../math/loss.ts';
import { normalEquations, writeGradient } from '../math/normal-equations.ts';
import { LimitError } from './errors.ts';
import type { OpenLoss } from './open-loss.ts';
import type { CheckedProblem } from './training-problem.ts';

/** Entries of the Gram matrices: 512 MiB of float64. */
const MOST_ENTRIES = 2 ** 26;

/** Sweeps over the image at once and keeps nothing of it; throws LimitError for a kernel of too many taps. */
export function openGramLoss({ plan, image, target, loss }: CheckedProblem): OpenLoss {
  const requested = plan.geometry.groups * tapCount(plan) ** 2;
  if (requested > MOST_ENTRIES) {
    throw new LimitError({
      code: 'limit',
      resource: 'gram matrices',
      requested,
      allowed: MOST_ENTRIES,
      unit: 'elements',
    });
  }
  const equations = normalEquations(plan, image, target);
  const scale = lossScale(loss, target.length);
  return {
    evaluate: (weights, gradient) => writeGradient(equations, scale, weights, gradient),
    close() {
      // Nothing outlives the garbage collector.
    },
  };
}
