/** A correlation as the loops see it: windows that start anywhere, inside the image or not. */
import type { Plan, Size } from '../../../math/geometry.ts';

type Pair = readonly [y: number, x: number];

export interface Sweep {
  readonly batch: number;
  readonly groups: number;
  /** Image planes that one group reads, and response planes that it gives. */
  readonly inPerGroup: number;
  readonly outPerGroup: number;
  readonly image: Size;
  readonly kernel: Size;
  readonly output: Size;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Image row and column of the first window's first cell; cells outside the image are zero. */
  readonly origin: Pair;
}

/** The sweep of a plan's forward pass and of its kernel gradient. */
export function makeSweep(plan: Plan): Sweep {
  const { batch, inPerGroup, outPerGroup, image, kernel, output, geometry } = plan;
  const { stride, dilation, padding, groups } = geometry;
  const origin: Pair = [0 - padding[0], 0 - padding[1]];
  return { batch, groups, inPerGroup, outPerGroup, image, kernel, output, stride, dilation, origin };
}

/** Response rows `[first, first + count)`. */
export interface Rows {
  readonly first: number;
  readonly count: number;
}

/** Image cells of one band: what a core's second-level cache holds beside the response. */
const BAND_CELLS = 2 ** 16;

/** Response rows that are computed at once. */
export type Band = Rows;

export function allRows({ output }: Sweep): Rows {
  return { first: 0, count: output[0] };
}

/**
 * Cuts rows of the response into bands. Each is one call of a loop, so that the browser can put faster code in after
 * the first of them, and its image rows stay in the cache. Depends on the size of the sweep and the rows
 * alone; no band of several has one row.
 */
export function makeBands(sweep: Sweep, { first, count: rows }: Rows = allRows(sweep)): readonly Band[] {
  const cells = sweep.inPerGroup * sweep.stride[0] * imageColumns(sweep);
  // Neighbouring bands both hold the rows that the window spans: not more of them than of their own.
  const count = Math.max(8, imageRows(sweep, 1) / sweep.stride[0], BAND_CELLS / cells);
  const height = 2 * Math.ceil(count / 2);
  const bands = Math.max(1, Math.floor((rows + height / 2) / height));
  if (bands === 1) return [{ first, count: rows }];
  return Array.from({ length: bands }, (_, index) => {
    const from = index * height;
    return { first: first + from, count: index === bands - 1 ? rows - from : height };
  });
}

/** Image rows under the windows of `count` response rows. */
export function imageRows({ kernel, stride, dilation }: Sweep, count: number): number {
  return (count - 1) * stride[0] + (kernel[0] - 1) * dilation[0] + 1;
}

/** Image columns under the windows of a whole response row. */
export function imageColumns({ kernel, stride, dilation, output }: Sweep): number {
  return (output[1] - 1) * stride[1] + (kernel[1] - 1) * dilation[1] + 1;
}

/** Cells of a band that are always worth laying out, and how many times the image they may be beyond that. */
const COMPACT_CELLS = 2 ** 20;
const COMPACT_RATIO = 4;

/** Whether the bands stay near the image's size; far-apart windows or taps in wide padding are mostly zeros. */
export function isCompact(sweep: Sweep): boolean {
  const columns = sweep.inPerGroup * Math.max(sweep.image[1], imageColumns(sweep));
  if (columns * imageRows(sweep, sweep.output[0]) <= COMPACT_CELLS) return true;
  const tallest = Math.max(...makeBands(sweep).map(({ count }) => imageRows(sweep, count)));
  const image = sweep.inPerGroup * sweep.image[0] * sweep.image[1];
  return columns * tallest <= Math.max(COMPACT_CELLS, COMPACT_RATIO * image);
}
