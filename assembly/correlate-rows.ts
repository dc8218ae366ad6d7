// The response for windows that move by one row: two response rows at a time share every image row between them.
import { storeLanes } from './lanes';
import { multiplyAdd } from './multiply-add';

// `columnOffsets` has where each kernel column starts, in bytes from the window's first cell; rows of the kernel are
// `imageRow` bytes apart, channels `imagePlane`. `weights` [channels, kernelHeight, kernelWidth] float32.
// `response` [rows, columns] float32 in rows of `responseRow` bytes; at least two rows. Reads up to three cells past
// a row of windows where there are fewer than sixteen columns.
export function correlateRows(
  image: usize,
  imageRow: usize,
  imagePlane: usize,
  channels: usize,
  columnOffsets: usize,
  kernelHeight: usize,
  kernelWidth: usize,
  weights: usize,
  response: usize,
  responseRow: usize,
  rows: usize,
  columns: usize,
): void {
  for (let row: usize = 0; row < rows; row += 2) {
    // The last pair of an odd number of rows goes over the row before it again.
    const first = min(row, rows - 2);
    const from = image + first * imageRow;
    const to = response + first * responseRow;
    if (columns < 16) {
      for (let column: usize = 0; column < columns; column += 4) {
        narrowBlock(
          from + column * 4, imageRow, imagePlane, channels, columnOffsets, kernelHeight, kernelWidth, weights,
          to + column * 4, responseRow, columns - column,
        );
      }
    } else {
      for (let column: usize = 0; column < columns; column += 16) {
        const at = min(column, columns - 16) * 4;
        wideBlock(
          from + at, imageRow, imagePlane, channels, columnOffsets, kernelHeight, kernelWidth, weights,
          to + at, responseRow,
        );
      }
    }
  }
}

// 2 × 16 elements.
// @ts-ignore: decorator
@inline
function wideBlock(
  image: usize, imageRow: usize, imagePlane: usize, channels: usize,
  columnOffsets: usize, kernelHeight: usize, kernelWidth: usize, weights: usize,
  response: usize, responseRow: usize,
): void {
  const kernelRow: usize = kernelWidth * 4;
  const offsetsEnd = columnOffsets + kernelRow;
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let upper = weights;
  for (let channel: usize = 0; channel < channels; channel++) {
    let row = image + channel * imagePlane;
    // The upper element's first kernel row and the lower one's last share no image row, but eight sums in flight.
    const last = row + kernelHeight * imageRow;
    let lower = upper + (kernelHeight - 1) * kernelRow;
    for (let offset = columnOffsets; offset < offsetsEnd; offset += 4) {
      const column = load<u32>(offset);
      const w = v128.load32_splat(upper);
      const at = row + column;
      a0 = multiplyAdd(a0, v128.load(at), w);
      a1 = multiplyAdd(a1, v128.load(at, 16), w);
      a2 = multiplyAdd(a2, v128.load(at, 32), w);
      a3 = multiplyAdd(a3, v128.load(at, 48), w);
      const v = v128.load32_splat(lower);
      const below = last + column;
      b0 = multiplyAdd(b0, v128.load(below), v);
      b1 = multiplyAdd(b1, v128.load(below, 16), v);
      b2 = multiplyAdd(b2, v128.load(below, 32), v);
      b3 = multiplyAdd(b3, v128.load(below, 48), v);
      upper += 4;
      lower += 4;
    }
    row += imageRow;
    for (let i: usize = 1; i < kernelHeight; i++) {
      for (let offset = columnOffsets; offset < offsetsEnd; offset += 4) {
        const at = row + load<u32>(offset);
        const x0 = v128.load(at), x1 = v128.load(at, 16), x2 = v128.load(at, 32), x3 = v128.load(at, 48);
        const w = v128.load32_splat(upper);
        a0 = multiplyAdd(a0, x0, w);
        a1 = multiplyAdd(a1, x1, w);
        a2 = multiplyAdd(a2, x2, w);
        a3 = multiplyAdd(a3, x3, w);
        const v = v128.load32_splat(upper - kernelRow);
        b0 = multiplyAdd(b0, x0, v);
        b1 = multiplyAdd(b1, x1, v);
        b2 = multiplyAdd(b2, x2, v);
        b3 = multiplyAdd(b3, x3, v);
        upper += 4;
      }
      row += imageRow;
    }
  }
  v128.store(response, a0);
  v128.store(response, a1, 16);
  v128.store(response, a2, 32);
  v128.store(response, a3, 48);
  const next = response + responseRow;
  v128.store(next, b0);
  v128.store(next, b1, 16);
  v128.store(next, b2, 32);
  v128.store(next, b3, 48);
}

// 2 × 4 elements, of which `count` columns are stored.
// @ts-ignore: decorator
@inline
function narrowBlock(
  image: usize, imageRow: usize, imagePlane: usize, channels: usize,
  columnOffsets: usize, kernelHeight: usize, kernelWidth: usize, weights: usize,
  response: usize, responseRow: usize, count: usize,
): void {
  const kernelRow: usize = kernelWidth * 4;
  const offsetsEnd = columnOffsets + kernelRow;
  let a = f32x4.splat(0), b = a;
  let upper = weights;
  for (let channel: usize = 0; channel < channels; channel++) {
    let row = image + channel * imagePlane;
    for (let i: usize = 0; i < kernelHeight; i++) {
      for (let offset = columnOffsets; offset < offsetsEnd; offset += 4) {
        const at = row + load<u32>(offset);
        const w = v128.load32_splat(upper);
        a = multiplyAdd(a, v128.load(at), w);
        b = multiplyAdd(b, v128.load(at + imageRow), w);
        upper += 4;
      }
      row += imageRow;
    }
  }
  storeLanes(response, a, count);
  storeLanes(response + responseRow, b, count);
}
