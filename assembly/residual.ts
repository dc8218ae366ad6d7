// What a response is off, for training.
import { laneMask, widenSum } from './lanes';

// Turns `response` into dL/dresponse = `slope` * (response - target) in place and returns the sum of squared
// differences, each row's in float32 lanes and the rows in float64. Both [rows, columns] float32, dense; `slope` is
// twice the loss's scale.
export function residual(response: usize, target: usize, rows: usize, columns: usize, slope: f32): f64 {
  const factor = f32x4.splat(slope);
  const row: usize = columns * 4;
  let total = f64x2.splat(0);
  for (let r: usize = 0; r < rows; r++) {
    let squares = f32x4.splat(0);
    const start = response + r * row;
    const shift = target - response;
    const end = start + (columns & ~3) * 4;
    let at = start;
    for (; at < end; at += 16) {
      const difference = f32x4.sub(v128.load(at), v128.load(at + shift));
      squares = f32x4.add(squares, f32x4.mul(difference, difference));
      v128.store(at, f32x4.mul(factor, difference));
    }
    if (columns & 3) {
      const mask = laneMask(columns & 3);
      const difference = v128.and(mask, f32x4.sub(v128.load(at), v128.load(at + shift)));
      squares = f32x4.add(squares, f32x4.mul(difference, difference));
      for (let column: usize = columns & ~3; column < columns; column++) {
        const place = start + column * 4;
        store<f32>(place, slope * (load<f32>(place) - load<f32>(place + shift)));
      }
    }
    total = f64x2.add(total, widenSum(squares));
  }
  return f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1);
}
