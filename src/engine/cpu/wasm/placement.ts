/**
 * Image rows in the heap, so that the loops need no bounds: zeros where the window leaves the image, and columns
 * sorted by their place in the stride, so that neighbouring response elements read neighbouring cells.
 */
import { copyCells } from './copy-cells.ts';
import type { Heap } from './heap.ts';
import { imageColumns, imageRows, type Band, type Sweep } from './sweep.ts';

export interface Placement {
  /** Rows lie inside the image, and are copied whole, as they are. */
  readonly isWhole: boolean;
  /** Cells from row to row. */
  readonly row: number;
  /** Of these, the columns of one place in the stride are `segment` cells. */
  readonly segment: number;
  /** Image columns that the rows hold, the first of them column `origin[1]` of the image. */
  readonly columns: number;
}

/** Depends on the sweep alone. */
export function makePlacement(sweep: Sweep): Placement {
  const [, width] = sweep.image;
  const columns = imageColumns(sweep);
  const isWhole = sweep.origin[1] === 0 && sweep.stride[1] === 1 && columns <= width;
  if (isWhole) return { isWhole, row: width, segment: width, columns: width };
  const segment = Math.ceil(columns / sweep.stride[1]);
  return { isWhole, row: segment * sweep.stride[1], segment, columns };
}

/** Bytes from a window's first cell to each of its columns. */
export function columnOffsets({ kernel, stride, dilation }: Sweep, { segment }: Placement): number[] {
  const offsets: number[] = [];
  for (let j = 0; j < kernel[1]; j++) {
    const column = j * dilation[1];
    offsets.push(4 * ((column % stride[1]) * segment + Math.floor(column / stride[1])));
  }
  return offsets;
}

/** Cells of one plane of a band. */
export function planeCells(sweep: Sweep, placement: Placement, band: Band): number {
  return imageRows(sweep, band.count) * placement.row;
}

/**
 * Copies the `planes` of `image` from number `firstPlane` on, as far as the band's windows reach, to `address`. Takes
 * what it needs on the way from the heap, and gives it back.
 */
export function placeBand(
  heap: Heap,
  address: number,
  image: Float32Array,
  sweep: Sweep,
  placement: Placement,
  band: Band,
  firstPlane: number,
  planes: number,
): void {
  const [height, width] = sweep.image;
  const rows = imageRows(sweep, band.count);
  const top = sweep.origin[0] + band.first * sweep.stride[0];
  const first = clamp(0, 0 - top, rows);
  const end = clamp(first, height - top, rows);
  const cells = (end - first) * width;
  const mark = heap.mark();
  const staging = placement.isWhole ? 0 : heap.reserve(cells * 4);
  for (let plane = 0; plane < planes; plane++) {
    const to = address / 4 + plane * rows * placement.row;
    const from = ((firstPlane + plane) * height + top + first) * width;
    if (first > 0) heap.f32.fill(0, to, to + first * placement.row);
    const inside = to + first * placement.row;
    if (placement.isWhole) {
      copyCells(heap.f32, inside, image, from, cells);
    } else {
      copyCells(heap.f32, staging / 4, image, from, cells);
      const { row, segment, columns } = placement;
      heap.loops.spreadRows(
        staging,
        width,
        end - first,
        inside * 4,
        row,
        segment,
        columns,
        sweep.origin[1],
        sweep.stride[1],
      );
    }
    if (end < rows) heap.f32.fill(0, to + end * placement.row, to + rows * placement.row);
  }
  heap.release(mark);
}

function clamp(minimum: number, value: number, maximum: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}
