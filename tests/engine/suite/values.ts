/** What a test compares of a tensor. */
import type { NumericTensor } from '../../../src/math/tensor.ts';

/** The values as a plain list; −0, which a product with zero may leave, reads as 0. */
export function valuesOf({ data }: NumericTensor): number[] {
  return Array.from(data, (value) => value + 0);
}

/** Σ a·b in float64. */
export function innerProduct(a: NumericTensor, b: NumericTensor): number {
  return Array.from(a.data).reduce((sum, value, i) => sum + value * (b.data[i] ?? NaN), 0);
}
