/** Strips of the response that different cores compute. */
import { copyCells } from '../wasm/copy-cells.ts';
import { allRows, imageRows, type Rows, type Sweep } from '../wasm/sweep.ts';

/** Multiply-adds that are worth sharing: most of a millisecond of one core. A message to another takes a tenth. */
const SHARED_MULTIPLY_ADDS = 2 ** 24;

/** Of what is shared: two, four and eight cores take equal parts. */
const STRIPS = 8;

/**
 * Cuts the response into strips of about the same height. Sums over the response are made strip by strip: how they are
 * cut depends on the sweep alone, not on how many cores share them, and so does the result. `passes` says how many
 * times the sweep is computed at once.
 */
export function makeStrips(sweep: Sweep, passes = 1): readonly Rows[] {
  const rows = sweep.output[0];
  if (passes * countMultiplyAdds(sweep) < SHARED_MULTIPLY_ADDS) return [allRows(sweep)];
  const count = Math.max(1, Math.min(STRIPS, Math.floor(rows / 2)));
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor((index * rows) / count);
    return { first, count: Math.floor(((index + 1) * rows) / count) - first };
  });
}

/** The strips that each of `cores` takes, in order; fewer lists where there are fewer strips. */
export function shareStrips(strips: readonly Rows[], cores: number): readonly (readonly Rows[])[] {
  const shares = Math.min(cores, strips.length);
  return Array.from({ length: shares }, (_, index) => {
    return strips.slice((index * strips.length) / shares, ((index + 1) * strips.length) / shares);
  });
}

/** Neighbouring strips as one. */
export function joinRows(strips: readonly Rows[]): Rows {
  const first = strips[0]?.first ?? 0;
  return { first, count: strips.reduce((sum, { count }) => sum + count, 0) };
}

/** A sweep of some rows, over the image rows that their windows reach. */
export interface Crop {
  readonly sweep: Sweep;
  readonly image: Rows;
}

export function cropSweep(sweep: Sweep, rows: Rows): Crop {
  const top = sweep.origin[0] + rows.first * sweep.stride[0];
  const first = Math.min(sweep.image[0] - 1, Math.max(0, top));
  const end = Math.max(first + 1, Math.min(sweep.image[0], top + imageRows(sweep, rows.count)));
  return {
    image: { first, count: end - first },
    sweep: {
      ...sweep,
      image: [end - first, sweep.image[1]],
      output: [rows.count, sweep.output[1]],
      origin: [top - first, sweep.origin[1]],
    },
  };
}

/** Copies `rows` of each plane of `height` rows of `width` cells to `to`, dense. */
export function copyRows(
  to: Float32Array,
  from: Float32Array,
  height: number,
  width: number,
  rows: Rows,
): void {
  const planes = from.length / (height * width);
  for (let plane = 0; plane < planes; plane++) {
    const start = (plane * height + rows.first) * width;
    copyCells(to, plane * rows.count * width, from, start, rows.count * width);
  }
}

function countMultiplyAdds({ batch, groups, inPerGroup, outPerGroup, kernel, output }: Sweep): number {
  return batch * groups * outPerGroup * output[0] * output[1] * inPerGroup * kernel[0] * kernel[1];
}
