/** A plane through the optimum in the space of kernels, and the loss on it: quadratic there as everywhere. */
import { lossAt, type Analysis } from './learning-analysis.ts';

/** Two weights that learn, by index, or the directions of least and greatest curvature that is not 0. */
export type PlaneChoice = 'extremes' | readonly [x: number, y: number];

export interface Plane {
  /** The kernel at (0, 0). */
  readonly base: readonly number[];
  /** Unit vectors, orthogonal. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Where the optimum is. */
  readonly optimum: PlanePoint;
}

export type PlanePoint = readonly [x: number, y: number];

/** Null where one weight learns alone. Of a pair both learn; the weights that a chosen pair leaves out stand at the optimum. */
export function planeOf(analysis: Analysis, choice: PlaneChoice): Plane | null {
  const { directions, optimum, flat } = analysis;
  const count = optimum.length;
  if (directions.length < 2) return null;
  if (choice !== 'extremes') {
    const [i, j] = choice;
    const base = optimum.map((weight, index) => (index === i || index === j ? 0 : weight));
    return withOptimum(analysis, { base, x: unit(count, i), y: unit(count, j) });
  }
  const last = directions.length - 1;
  const first = Math.min(flat, last - 1);
  const [x, y] = [directions[first]?.vector ?? [], directions[last]?.vector ?? []];
  return withOptimum(analysis, { base: optimum, x, y });
}

/** The point of the plane nearest to a kernel. */
export function project({ base, x, y }: Omit<Plane, 'optimum'>, kernel: readonly number[]): PlanePoint {
  const along = (axis: readonly number[]): number =>
    axis.reduce((sum, v, i) => sum + v * ((kernel[i] ?? 0) - (base[i] ?? 0)), 0);
  return [along(x), along(y)];
}

/** The loss at any point of the plane, from six losses: a quadratic has no more to it. */
export function lossOnPlane(analysis: Analysis, { base, x, y }: Plane): (point: PlanePoint) => number {
  const at = (a: number, b: number): number =>
    lossAt(
      analysis,
      base.map((weight, i) => weight + a * (x[i] ?? 0) + b * (y[i] ?? 0)),
    );
  const centre = at(0, 0);
  const [right, left, up, down] = [at(1, 0), at(-1, 0), at(0, 1), at(0, -1)];
  const [slopeX, slopeY] = [(right - left) / 2, (up - down) / 2];
  const [bendX, bendY] = [(right + left) / 2 - centre, (up + down) / 2 - centre];
  const twist = at(1, 1) - centre - slopeX - slopeY - bendX - bendY;
  return ([a, b]) => centre + slopeX * a + slopeY * b + bendX * a * a + bendY * b * b + twist * a * b;
}

function withOptimum({ optimum }: Analysis, plane: Omit<Plane, 'optimum'>): Plane {
  return { ...plane, optimum: project(plane, optimum) };
}

function unit(count: number, index: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i === index ? 1 : 0));
}
