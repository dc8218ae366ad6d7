/** Where a result goes: a new array, or the caller's. */
import { ShapeError } from '../math/problem.ts';
import { elementCount, type Shape4, type Tensor4 } from '../math/tensor.ts';

/** Throws ShapeError unless `out` is left away or holds as many values as `shape`. */
export function requireOut(out: Float32Array | undefined, shape: Shape4): void {
  const expected = elementCount(shape);
  if (out === undefined || out.length === expected) return;
  throw new ShapeError({ code: 'data-length', operand: 'out', expected, actual: out.length });
}

/** The result, in `out` where there is one. */
export function giveResult({ shape, data }: Tensor4, out: Float32Array | undefined): Tensor4 {
  if (out === undefined || out === data) return { shape, data };
  out.set(data);
  return { shape, data: out };
}

/** Whether a result in `out` could overwrite what is still to be read. */
export function sharesMemory(out: Float32Array, ...operands: readonly Float32Array[]): boolean {
  return operands.some(({ buffer }) => buffer === out.buffer);
}
