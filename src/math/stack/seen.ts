/** What one element of a stack sees in every level below it, counted cell by cell along an axis. */
import type { AxisLayer } from './receptive-field.ts';

/** Cells of one level along an axis, ascending. */
export interface SeenCells {
  /** All that the windows cover, padding and what lies past the edges included. */
  readonly covered: readonly number[];
  /** Those that exist and can change the element: a way leads to them that no padding cuts. */
  readonly real: readonly number[];
}

/**
 * What element `index` of the last level sees of each level, the image first and the element's own level last.
 * `lengths` are the levels' own, one more than there are layers.
 */
export function seenByLevel(
  layers: readonly AxisLayer[],
  lengths: readonly number[],
  index: number,
): readonly SeenCells[] {
  let covered: readonly number[] = [index];
  let real: readonly number[] = [index];
  const levels: SeenCells[] = [{ covered, real }];
  for (const [at, layer] of [...layers.entries()].reverse()) {
    const length = lengths[at] ?? 0;
    covered = windowCells(layer, covered);
    real = windowCells(layer, real).filter((cell) => cell >= 0 && cell < length);
    levels.unshift({ covered, real });
  }
  return levels;
}

/** Cells from the first to the last of these. */
export function spanOf(cells: readonly number[]): number {
  const first = cells[0];
  const last = cells.at(-1);
  return first === undefined || last === undefined ? 0 : last - first + 1;
}

function windowCells(
  { kernel, stride, padding, dilation }: AxisLayer,
  elements: readonly number[],
): number[] {
  const cells = new Set<number>();
  for (const element of elements) {
    for (let tap = 0; tap < kernel; tap++) cells.add(element * stride - padding + tap * dilation);
  }
  return [...cells].sort((a, b) => a - b);
}
