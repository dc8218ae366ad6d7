/** What can be known of a run before it starts: the loss is quadratic in the kernel, so its Hessian says everything. */
import { bestRate, errorFactor, stableRate, type Factor, type SgdSettings } from '../math/convergence.ts';
import { optimum } from '../math/optimum.ts';
import { lossScale } from '../math/loss.ts';
import type { RateLimits } from '../math/quadratic.ts';
import type { GridSize, LearningPart, Rival } from './document.ts';
import { allWeights, type Layer } from './learning-layer.ts';

/** An eigenvector of the Hessian; 0 is the curvature of one along which the image decides nothing. */
export interface Direction {
  readonly curvature: number;
  /** Of unit length, over all weights; 0 for those that are frozen. */
  readonly vector: readonly number[];
}

/** What images, targets, loss and the frozen weights alone decide. Weights are the kernel's, then the bias. */
export interface Spectrum {
  /** Of the whole kernel. */
  readonly size: GridSize;
  /** Weights that learn, by index. */
  readonly free: readonly number[];
  /** By curvature, ascending; orthogonal to one another, as many as there are free weights. */
  readonly directions: readonly Direction[];
  /** Of them, how many are flat. They come first. */
  readonly flat: number;
  /** Of all weights with the least loss those nearest to zero; frozen ones as they are. */
  readonly optimum: readonly number[];
  readonly leastLoss: number;
}

export interface Analysis extends Spectrum {
  /**
   * Where gradient descent goes from this start: an optimum, or what weight decay makes of it. Null where Adam goes to one
   * of many: its steps lie outside what the gradients span.
   */
  readonly goal: readonly number[] | null;
  /** `smallest` is the smallest curvature that is not 0. Null for Adam, which no rate makes grow for ever. */
  readonly limits: RateLimits | null;
}

/** An eigensystem as large as there are free weights: the costly part. */
export function spectrumOf(layer: Layer, loss: LearningPart['loss']): Spectrum {
  const { image, target, kernel, start } = layer;
  const size = [kernel.shape[2], kernel.shape[3]] as const;
  const found = optimum(image, target, size, undefined, loss);
  const { values, vectors } = found.gram;
  // The Hessian is twice XᵀX, times the loss's share of an element.
  const factor = 2 * lossScale(loss, target.data.length);
  const flat = found.nullSpace.length;
  const nowhere = start.map(() => 0);
  return {
    size: layer.size,
    free: layer.free,
    directions: vectors.map((vector, i) => ({
      curvature: i < flat ? 0 : factor * (values[i] ?? 0),
      vector: allWeights(layer, vector, nowhere),
    })),
    flat,
    optimum: allWeights(layer, found.kernel.data),
    leastLoss: found.loss,
  };
}

/** What optimiser, rate and start make of it. */
export function analyse(
  layer: Layer,
  part: LearningPart,
  spectrum: Spectrum = spectrumOf(layer, part.loss),
): Analysis {
  const goal = goalOf(spectrum, layer.start, part.optimizer);
  return { ...spectrum, goal, limits: limitsOf(spectrum, part) };
}

/** SGD's settings as the engine takes them; null for Adam. */
export function sgdOf({ optimizer, rate }: Rival): SgdSettings | null {
  return optimizer.kind === 'sgd' ? { ...optimizer, rate } : null;
}

/** How a step changes the error along each direction in the long run; empty for Adam. */
export function predictedFactors({ directions }: Analysis, part: LearningPart): readonly Factor[] {
  const settings = sgdOf(part);
  return settings ? directions.map(({ curvature }) => errorFactor(settings, curvature)) : [];
}

/** By how much a step multiplies the error at most, in the long run. */
export function worstGrowth(analysis: Analysis, part: LearningPart): number {
  return Math.max(0, ...predictedFactors(analysis, part).map(({ value }) => Math.abs(value)));
}

/** How far all weights are from the goal along each direction; where there are many, from the optimum nearest to zero. */
export function errorsAlong(
  { directions, goal, optimum }: Analysis,
  weights: readonly number[],
): readonly number[] {
  const error = weights.map((weight, i) => weight - ((goal ?? optimum)[i] ?? 0));
  return directions.map(({ vector }) => dot(vector, error));
}

/** The loss of any weights, the frozen ones as they are, by the quadratic. */
export function lossAt({ directions, optimum, leastLoss }: Analysis, weights: readonly number[]): number {
  const error = weights.map((weight, i) => weight - (optimum[i] ?? 0));
  return directions.reduce(
    (sum, { curvature, vector }) => sum + (curvature / 2) * dot(vector, error) ** 2,
    leastLoss,
  );
}

/** What an optimiser's rate may be; null for Adam. */
export function limitsOf({ directions, flat }: Spectrum, rival: Rival): RateLimits | null {
  const settings = sgdOf(rival);
  if (!settings) return null;
  const smallest = directions[flat]?.curvature ?? 0;
  const largest = directions.at(-1)?.curvature ?? 0;
  if (largest === 0) return { smallest, largest, largestStable: Infinity, best: Infinity };
  const largestStable = stableRate(settings, largest);
  return { smallest, largest, largestStable, best: bestRate(settings, smallest, largest) };
}

/** Weight decay shrinks each direction by λ / (λ + decay); without it a flat one stays where the start has it. */
function goalOf(
  { directions, optimum: nearest, free }: Spectrum,
  start: readonly number[],
  { kind, weightDecay: decay }: LearningPart['optimizer'],
): readonly number[] | null {
  if (kind === 'adam' && decay === 0 && directions.some(({ curvature }) => curvature === 0)) return null;
  const isFree = new Set(free);
  const goal = nearest.map((weight, i) => (isFree.has(i) ? 0 : weight));
  for (const { curvature, vector } of directions) {
    const stays = curvature === 0 && decay === 0;
    const share = stays ? 1 : curvature / (curvature + decay);
    const along = share * dot(vector, stays ? start : nearest);
    vector.forEach((v, i) => (goal[i] = (goal[i] ?? 0) + along * v));
  }
  return goal;
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}
