/**
 * Image rows in the heap, so that the loops need no bounds: zeros where the window leaves the image, and columns
 * sorted by their place in the stride, so that neighbouring response elements read neighbouring cells.
 */
import type { Heap } from './heap.ts';
import { imageColumns, imageRows, type Band, type Sweep } from './sweep.ts';

export interface Placement {
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
  // Rows that lie inside the image are copied whole, as they are.
  if (isWhole(sweep)) return { row: width, segment: width, columns: width };
  const segment = Math.ceil(columns / sweep.stride[1]);
  return { row: segment * sweep.stride[1], segment, columns };
}

/** Bytes from a window's first cell to each of its columns. */
export function columnOffsets({ kernel, stride, dilation }: Sweep, { segment }: Placement): number[] {
  return Array.from({ length: kernel[1] }, (_, j) => {
    const column = j * dilation[1];
    return 4 * ((column % stride[1]) * segment + Math.floor(column / stride[1]));
  });
}

/** Cells of one plane of a band. */
export function planeCells(sweep: Sweep, placement: Placement, band: Band): number {
  return imageRows(sweep, band.count) * placement.row;
}

/** Copies the `planes` of `image` from number `firstPlane` on, as far as the band's windows reach, to `address`. */
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
  const rows = imageRows(sweep, band.count);
  const [height, width] = sweep.image;
  const top = sweep.origin[0] + band.first * sweep.stride[0];
  const first = clamp(0, 0 - top, rows);
  const end = clamp(first, height - top, rows);
  for (let plane = 0; plane < planes; plane++) {
    const to = address / 4 + plane * rows * placement.row;
    const from = ((firstPlane + plane) * height + top) * width;
    heap.f32.fill(0, to, to + first * placement.row);
    if (isWhole(sweep)) {
      heap.f32.set(image.subarray(from + first * width, from + end * width), to + first * width);
    } else {
      for (let row = first; row < end; row++) {
        placeRow(heap.f32, to + row * placement.row, image, from + row * width, sweep, placement);
      }
    }
    heap.f32.fill(0, to + end * placement.row, to + rows * placement.row);
  }
}

function placeRow(
  cells: Float32Array,
  to: number,
  image: Float32Array,
  from: number,
  { image: [, width], origin, stride }: Sweep,
  { row, segment, columns }: Placement,
): void {
  const left = origin[1];
  const first = clamp(0, 0 - left, columns);
  const end = clamp(first, width - left, columns);
  if (stride[1] === 1) {
    cells.fill(0, to, to + first);
    cells.set(image.subarray(from + left + first, from + left + end), to + first);
    cells.fill(0, to + end, to + row);
    return;
  }
  cells.fill(0, to, to + row);
  for (let column = first; column < end; column++) {
    const place = (column % stride[1]) * segment + Math.floor(column / stride[1]);
    cells[to + place] = image[from + left + column] ?? 0;
  }
}

function isWhole(sweep: Sweep): boolean {
  return sweep.origin[1] === 0 && sweep.stride[1] === 1 && imageColumns(sweep) <= sweep.image[1];
}

function clamp(minimum: number, value: number, maximum: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}
