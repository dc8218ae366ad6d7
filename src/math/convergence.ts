/**
 * How SGD converges on a quadratic loss. Along an eigenvector of the Hessian with curvature h (weight decay added), an
 * update is a linear recurrence of the error, whatever the other directions do. With x = rate · h and momentum β:
 *
 *   plain        e[t+1] = (1 − x) e[t]
 *   momentum     e[t+1] = (1 + β − (1 − τ) x) e[t] − β e[t−1]        (Polyak 1964; τ is PyTorch's dampening)
 *   Nesterov     e[t+1] = (1 + β)(1 − x) e[t] − β (1 − x) e[t−1]
 *
 * so in the long run a step multiplies the error by the largest root of z² − Tz + D.
 */
import type { OptimizerSettings } from './optimizer.ts';

export type SgdSettings = Extract<OptimizerSettings, { kind: 'sgd' }>;

export interface Factor {
  /** By which a step multiplies the error in the long run; negative when it changes sides at every step. */
  readonly value: number;
  /** A pair of complex roots: the error swings, and `value` is how its envelope shrinks. */
  readonly swings: boolean;
}

export function errorFactor(settings: SgdSettings, curvature: number): Factor {
  const { rate, momentum = 0, dampening = 0, nesterov = false, weightDecay = 0 } = settings;
  const x = rate * (curvature + weightDecay);
  if (momentum === 0) return { value: 1 - x, swings: false };
  return nesterov
    ? dominantRoot((1 + momentum) * (1 - x), momentum * (1 - x))
    : dominantRoot(1 + momentum - (1 - dampening) * x, momentum);
}

/** The rate from which on the error along the steepest direction grows; Infinity where nothing ever grows. */
export function stableRate(settings: SgdSettings, largest: number): number {
  const { momentum = 0, dampening = 0, nesterov = false, weightDecay = 0 } = settings;
  const steepest = largest + weightDecay;
  if (steepest <= 0) return Infinity;
  if (momentum === 0) return 2 / steepest;
  // The roots leave the unit circle at z = −1, where 1 + T + D = 0.
  const bound = nesterov ? (2 * (1 + momentum)) / (1 + 2 * momentum) : (2 * (1 + momentum)) / (1 - dampening);
  return bound / steepest;
}

/** The rate whose slowest direction is fastest, for curvatures from `smallest` (above 0) to `largest`. */
export function bestRate(settings: SgdSettings, smallest: number, largest: number): number {
  const { momentum = 0, weightDecay = 0 } = settings;
  if (largest + weightDecay <= 0) return Infinity;
  if (momentum === 0) return 2 / (smallest + largest + 2 * weightDecay);
  const slowest = (rate: number): number =>
    Math.max(...[smallest, largest].map((each) => Math.abs(errorFactor({ ...settings, rate }, each).value)));
  return leastOf(slowest, stableRate(settings, largest));
}

function dominantRoot(sum: number, product: number): Factor {
  const discriminant = sum * sum - 4 * product;
  if (discriminant < 0) return { value: Math.sqrt(product), swings: true };
  const root = (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
  return { value: sum < 0 ? -root : root, swings: false };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SEARCH_STEPS = 80;

/** Golden section: of a function on (0, end) that falls and then rises. */
function leastOf(valueAt: (rate: number) => number, end: number): number {
  if (!Number.isFinite(end)) return end;
  let [low, high] = [0, end];
  for (let i = 0; i < SEARCH_STEPS; i++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (valueAt(left) < valueAt(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
