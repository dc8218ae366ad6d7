/** Tensors with reproducible contents, and how two of them are compared. */
import { expect } from 'vitest';
import {
  elementCount,
  makeTensor,
  type NumericTensor,
  type Shape4,
  type Tensor4,
} from '../../../src/math/tensor.ts';

/** Every value from -1 to 1 that float32 can hold. */
export function makeScattered(shape: Shape4, seed: number): Tensor4 {
  return fill(shape, seed, (uniform) => 2 * uniform - 1);
}

/** Zeros and ones. */
export function makeBinary(shape: Shape4, seed: number): Tensor4 {
  return fill(shape, seed, (uniform) => Math.round(uniform));
}

/** Whole numbers from -4 to 4. */
export function makeSmallIntegers(shape: Shape4, seed: number): Tensor4 {
  return fill(shape, seed, (uniform) => Math.floor(9 * uniform) - 4);
}

/** Fails with the first element that is further from what is expected than its bound. */
export function expectWithin(actual: Tensor4, expected: NumericTensor, bound: NumericTensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(actual.data.length).toBe(expected.data.length);
  const worst = actual.data.findIndex((value, i) => {
    // Written so that NaN fails.
    return !(Math.abs(value - (expected.data[i] ?? NaN)) <= (bound.data[i] ?? NaN));
  });
  const message = `element ${String(worst)}: ${String(actual.data[worst])}, not ${String(expected.data[worst])}`;
  expect(worst, message).toBe(-1);
}

// A linear congruential generator modulo 2^32 (Numerical Recipes, §7.1): small, and the same everywhere.
function fill(shape: Shape4, seed: number, valueOf: (uniform: number) => number): Tensor4 {
  let state = (seed * 2654435761) >>> 0;
  const values = Array.from({ length: elementCount(shape) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return valueOf(state / 2 ** 32);
  });
  return makeTensor(shape, values);
}
