/** Between our layouts and those of libraries that put the channels last. */
import type { Shape4 } from '../../src/math/tensor.ts';

/** Row-major data of `shape` with the axes in `order`: axis i of the result is axis `order[i]` of the data. */
export function permute(data: Float32Array, shape: Shape4, order: Shape4): Float32Array {
  const strides = [shape[1] * shape[2] * shape[3], shape[2] * shape[3], shape[3], 1];
  const [a = 0, b = 0, c = 0, d = 0] = order.map((axis) => shape[axis] ?? 0);
  const [sa = 0, sb = 0, sc = 0, sd = 0] = order.map((axis) => strides[axis] ?? 0);
  const permuted = new Float32Array(data.length);
  let at = 0;
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++)
      for (let k = 0; k < c; k++)
        for (let l = 0; l < d; l++) permuted[at++] = data[i * sa + j * sb + k * sc + l * sd] ?? 0;
  return permuted;
}

/** `[n, c, h, w]` → `[n, h, w, c]`. */
export const TO_CHANNELS_LAST: Shape4 = [0, 2, 3, 1];
/** `[n, h, w, c]` → `[n, c, h, w]`. */
export const TO_CHANNELS_FIRST: Shape4 = [0, 3, 1, 2];
/** `[o, c, h, w]` → `[h, w, c, o]`, and back again. */
export const TO_FILTER: Shape4 = [2, 3, 1, 0];
export const FROM_FILTER: Shape4 = [3, 2, 0, 1];

export function permuteShape(shape: Shape4, order: Shape4): [number, number, number, number] {
  const [a, b, c, d] = order;
  return [shape[a] ?? 0, shape[b] ?? 0, shape[c] ?? 0, shape[d] ?? 0];
}
