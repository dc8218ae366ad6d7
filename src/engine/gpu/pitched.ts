/** Planes with room around them: rows of a pitch, the data at a place inside, zeros elsewhere. */
import type { Size } from '../../math/geometry.ts';
import type { WrittenContents } from './buffer-set.ts';

export interface PitchedLayout {
  /** Rows of a plane. */
  readonly rows: number;
  /** Elements from one row to the next. */
  readonly pitch: number;
  /** Where the data's first row and column lie; negative ones cut the data. */
  readonly top: number;
  readonly left: number;
}

export function pitchedLength(planes: number, { rows, pitch }: PitchedLayout): number {
  return planes * rows * pitch;
}

/** Lays `planes` of row-major data out; what falls outside is left out. Reads `data` when the contents are written. */
export function layPitched(
  data: Float32Array,
  planes: number,
  size: Size,
  layout: PitchedLayout,
): WrittenContents {
  return {
    length: pitchedLength(planes, layout),
    writeTo: (target) => {
      writePitched(target, data, planes, size, layout);
    },
  };
}

function writePitched(
  pitched: Float32Array,
  data: Float32Array,
  planes: number,
  [height, width]: Size,
  { rows, pitch, top, left }: PitchedLayout,
): void {
  pitched.fill(0);
  const skipped = Math.max(0, -left);
  const columns = Math.min(width - skipped, pitch - Math.max(0, left));
  if (columns <= 0) return;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = Math.max(0, -top); row < Math.min(height, rows - top); row++) {
      const start = (plane * height + row) * width + skipped;
      const target = (plane * rows + row + top) * pitch + Math.max(0, left);
      pitched.set(data.subarray(start, start + columns), target);
    }
  }
}

/** The row-major data of planes whose layout has them at row and column 0, in `out` where there is one. */
export function makeDense(
  pitched: Float32Array,
  planes: number,
  [height, width]: Size,
  { rows, pitch }: PitchedLayout,
  out?: Float32Array,
) {
  const dense = out ?? new Float32Array(planes * height * width);
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < height; row++) {
      const start = (plane * rows + row) * pitch;
      dense.set(pitched.subarray(start, start + width), (plane * height + row) * width);
    }
  }
  return dense;
}
