/** What can be known of a run before it starts: the loss is quadratic in the kernel, so its Hessian says everything. */
import { bestRate, errorFactor, stableRate, type Factor, type SgdSettings } from '../math/convergence.ts';
import { eigensystem } from '../math/eigen.ts';
import { optimum } from '../math/optimum.ts';
import { hessian, type RateLimits } from '../math/quadratic.ts';
import { gridTensor, type LearningPart, type NumberGrid } from './document.ts';
import type { Lesson } from './learning-lesson.ts';

/** An eigenvector of the Hessian; 0 is the curvature of one along which the image decides nothing. */
export interface Direction {
  readonly curvature: number;
  readonly vector: readonly number[];
}

/** What image, target and loss alone decide. */
export interface Spectrum {
  /** By curvature, ascending; orthogonal to one another. */
  readonly directions: readonly Direction[];
  /** Of them, how many are flat. They come first. */
  readonly flat: number;
  /** Of all kernels with the least loss the one nearest to zero. */
  readonly optimum: NumberGrid;
  readonly leastLoss: number;
}

export interface Analysis extends Spectrum {
  /** Where gradient descent goes from this start: an optimum, or what weight decay makes of it. */
  readonly goal: NumberGrid;
  /** `smallest` is the smallest curvature that is not 0. Null for Adam, which no rate makes grow for ever. */
  readonly limits: RateLimits | null;
}

/** An eigensystem as large as the kernel has weights: the costly part. */
export function spectrumOf(lesson: Lesson, loss: LearningPart['loss']): Spectrum {
  const image = gridTensor(lesson.image);
  const { rows, columns } = lesson.start;
  const found = optimum(image, gridTensor(lesson.target), [rows, columns], undefined, loss);
  const { values, vectors } = eigensystem(hessian(image, [rows, columns], undefined, loss));
  const flat = found.nullSpace.length;
  return {
    directions: vectors.map((vector, i) => ({ curvature: i < flat ? 0 : (values[i] ?? 0), vector })),
    flat,
    optimum: { rows, columns, values: [...found.kernel.data] },
    leastLoss: found.loss,
  };
}

/** What optimiser, rate and start make of it. */
export function analyse(
  lesson: Lesson,
  part: LearningPart,
  spectrum: Spectrum = spectrumOf(lesson, part.loss),
): Analysis {
  const { directions, flat, optimum: nearest } = spectrum;
  const goal = goalOf(directions, nearest, lesson.start, part.optimizer.weightDecay);
  return { ...spectrum, goal, limits: limitsOf(directions, flat, part) };
}

/** SGD's settings as the engine takes them; null for Adam. */
export function sgdOf({ optimizer, rate }: LearningPart): SgdSettings | null {
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

/** How far a kernel is from the goal along each direction. */
export function errorsAlong({ directions, goal }: Analysis, kernel: readonly number[]): readonly number[] {
  const error = kernel.map((weight, i) => weight - (goal.values[i] ?? 0));
  return directions.map(({ vector }) => dot(vector, error));
}

/** The loss of any kernel, by the quadratic. */
export function lossAt({ directions, optimum, leastLoss }: Analysis, kernel: readonly number[]): number {
  const error = kernel.map((weight, i) => weight - (optimum.values[i] ?? 0));
  return directions.reduce(
    (sum, { curvature, vector }) => sum + (curvature / 2) * dot(vector, error) ** 2,
    leastLoss,
  );
}

function limitsOf(directions: readonly Direction[], flat: number, part: LearningPart): RateLimits | null {
  const settings = sgdOf(part);
  if (!settings) return null;
  const smallest = directions[flat]?.curvature ?? 0;
  const largest = directions.at(-1)?.curvature ?? 0;
  if (largest === 0) return { smallest, largest, largestStable: Infinity, best: Infinity };
  const largestStable = stableRate(settings, largest);
  return { smallest, largest, largestStable, best: bestRate(settings, smallest, largest) };
}

/** Weight decay shrinks each direction by λ / (λ + decay); without it a flat one stays where the start has it. */
function goalOf(
  directions: readonly Direction[],
  nearest: NumberGrid,
  start: NumberGrid,
  decay: number,
): NumberGrid {
  const values = Array<number>(nearest.values.length).fill(0);
  for (const { curvature, vector } of directions) {
    const stays = curvature === 0 && decay === 0;
    const share = stays ? 1 : curvature / (curvature + decay);
    const along = share * dot(vector, stays ? start.values : nearest.values);
    vector.forEach((v, i) => (values[i] = (values[i] ?? 0) + along * v));
  }
  return { ...nearest, values };
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * (right[i] ?? 0), 0);
}
