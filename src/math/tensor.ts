/** Row-major four-dimensional arrays: `[batch, channels, height, width]` or a kernel's `[out, in / groups, height, width]`. */
import { ShapeError, type Operand } from './problem.ts';

export type Shape4 = readonly [number, number, number, number];

/** What the engines take and give: float32 values, row-major, `data.length` = product of `shape`. */
export interface Tensor4 {
  readonly shape: Shape4;
  readonly data: Float32Array;
}

/** The same with any numbers; the float64 definition reads it, so that a Tensor4 can be passed as it is. */
export interface NumericTensor {
  readonly shape: Shape4;
  readonly data: ArrayLike<number>;
}

/** A float64 tensor: what the definition of the operation returns. */
export interface Tensor4Float64 {
  readonly shape: Shape4;
  readonly data: Float64Array;
}

export function elementCount(shape: Shape4): number {
  return shape[0] * shape[1] * shape[2] * shape[3];
}

/** A tensor from a flat row-major list; throws ShapeError when the list does not fill the shape. */
export function makeTensor(shape: Shape4, values: ArrayLike<number>): Tensor4 {
  const tensor: Tensor4 = { shape, data: new Float32Array(values) };
  requireTensor(tensor, 'image');
  return tensor;
}

const DIMENSIONS = ['batch', 'channels', 'height', 'width'] as const;

/** Throws ShapeError unless every dimension is a whole number from 1 and the data fill them. */
export function requireTensor(tensor: NumericTensor, operand: Operand): void {
  DIMENSIONS.forEach((dimension, axis) => {
    const value = tensor.shape[axis] ?? 0;
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new ShapeError({ code: 'invalid-dimension', operand, dimension, value });
    }
  });
  const expected = elementCount(tensor.shape);
  if (tensor.data.length !== expected) {
    throw new ShapeError({ code: 'data-length', operand, expected, actual: tensor.data.length });
  }
}
