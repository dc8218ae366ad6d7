// The response for any geometry: a list of taps, each with its offset from the window's first cell.
import { storeLanes } from './lanes';
import { multiplyAdd } from './multiply-add';

// `offsets` [taps] in bytes; `weights` [outs, taps] float32; windows are `imageRow` bytes apart from row to row and
// one cell from column to column. `response` [outs, rows, columns] float32, dense. Reads up to three cells past a row
// of windows where there are fewer than sixteen columns.
export function correlateTaps(
  image: usize,
  imageRow: usize,
  offsets: usize,
  taps: usize,
  weights: usize,
  outs: usize,
  response: usize,
  rows: usize,
  columns: usize,
): void {
  const plane: usize = rows * columns * 4;
  const kernel: usize = taps * 4;
  let out: usize = 0;
  for (; columns >= 16 && out + 2 <= outs; out += 2) {
    for (let row: usize = 0; row < rows; row++) {
      for (let column: usize = 0; column < columns; column += 16) {
        const at = min(column, columns - 16) * 4;
        twoOuts(
          image + row * imageRow + at, offsets, kernel, weights + out * kernel,
          response + out * plane + row * columns * 4 + at, plane,
        );
      }
    }
  }
  for (; out < outs; out++) {
    for (let row: usize = 0; row < rows; row++) {
      const from = image + row * imageRow;
      const to = response + out * plane + row * columns * 4;
      if (columns < 16) {
        for (let column: usize = 0; column < columns; column += 4) {
          oneVector(from + column * 4, offsets, kernel, weights + out * kernel, to + column * 4, columns - column);
        }
      } else {
        for (let column: usize = 0; column < columns; column += 16) {
          const at = min(column, columns - 16) * 4;
          oneOut(from + at, offsets, kernel, weights + out * kernel, to + at);
        }
      }
    }
  }
}

// 16 elements of two neighbouring outs.
// @ts-ignore: decorator
@inline
function twoOuts(
  image: usize, offsets: usize, kernel: usize, weights: usize, response: usize, plane: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (let tap: usize = 0; tap < kernel; tap += 4) {
    const at = image + load<u32>(offsets + tap);
    const x0 = v128.load(at), x1 = v128.load(at, 16), x2 = v128.load(at, 32), x3 = v128.load(at, 48);
    const w = v128.load32_splat(weights + tap);
    a0 = multiplyAdd(a0, x0, w);
    a1 = multiplyAdd(a1, x1, w);
    a2 = multiplyAdd(a2, x2, w);
    a3 = multiplyAdd(a3, x3, w);
    const v = v128.load32_splat(weights + kernel + tap);
    b0 = multiplyAdd(b0, x0, v);
    b1 = multiplyAdd(b1, x1, v);
    b2 = multiplyAdd(b2, x2, v);
    b3 = multiplyAdd(b3, x3, v);
  }
  v128.store(response, a0);
  v128.store(response, a1, 16);
  v128.store(response, a2, 32);
  v128.store(response, a3, 48);
  v128.store(response + plane, b0);
  v128.store(response + plane, b1, 16);
  v128.store(response + plane, b2, 32);
  v128.store(response + plane, b3, 48);
}

// 16 elements of one out.
// @ts-ignore: decorator
@inline
function oneOut(image: usize, offsets: usize, kernel: usize, weights: usize, response: usize): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0;
  for (let tap: usize = 0; tap < kernel; tap += 4) {
    const at = image + load<u32>(offsets + tap);
    const w = v128.load32_splat(weights + tap);
    a0 = multiplyAdd(a0, v128.load(at), w);
    a1 = multiplyAdd(a1, v128.load(at, 16), w);
    a2 = multiplyAdd(a2, v128.load(at, 32), w);
    a3 = multiplyAdd(a3, v128.load(at, 48), w);
  }
  v128.store(response, a0);
  v128.store(response, a1, 16);
  v128.store(response, a2, 32);
  v128.store(response, a3, 48);
}

// 4 elements of one out, of which `count` are stored.
// @ts-ignore: decorator
@inline
function oneVector(
  image: usize, offsets: usize, kernel: usize, weights: usize, response: usize, count: usize,
): void {
  let a = f32x4.splat(0);
  for (let tap: usize = 0; tap < kernel; tap += 4) {
    a = multiplyAdd(a, v128.load(image + load<u32>(offsets + tap)), v128.load32_splat(weights + tap));
  }
  storeLanes(response, a, count);
}
