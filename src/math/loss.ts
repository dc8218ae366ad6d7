/** Losses of squared errors and their gradients with respect to the response. */
import { ShapeError } from './problem.ts';
import type { NumericTensor, Tensor4Float64 } from './tensor.ts';

/** `sum` is the article's; `mean` divides by the number of response elements. */
export type LossReduction = 'sum' | 'mean';

/** Σ (response − target)², over the number of elements for `mean`; float64. Throws ShapeError when shapes differ. */
export function squaredError(
  response: NumericTensor,
  target: NumericTensor,
  reduction: LossReduction,
): number {
  requireSameShape(response, target);
  let sum = 0;
  for (let i = 0; i < response.data.length; i++) sum += residual(response, target, i) ** 2;
  return sum * lossScale(reduction, response.data.length);
}

/** dL/dresponse: 2 · residual for `sum`, 2 · residual / n for `mean`; float64. Throws ShapeError when shapes differ. */
export function squaredErrorGradient(
  response: NumericTensor,
  target: NumericTensor,
  reduction: LossReduction,
): Tensor4Float64 {
  requireSameShape(response, target);
  const scale = 2 * lossScale(reduction, response.data.length);
  const data = Float64Array.from({ length: response.data.length }, (_, i) => {
    return scale * residual(response, target, i);
  });
  return { shape: response.shape, data };
}

/** What a reduction multiplies the sum of squared errors of `count` response elements by. */
export function lossScale(reduction: LossReduction, count: number): number {
  return reduction === 'sum' ? 1 : 1 / count;
}

function residual(response: NumericTensor, target: NumericTensor, i: number): number {
  return (response.data[i] ?? 0) - (target.data[i] ?? 0);
}

const DIMENSIONS = ['batch', 'channels', 'height', 'width'] as const;

function requireSameShape(response: NumericTensor, target: NumericTensor): void {
  DIMENSIONS.forEach((dimension, axis) => {
    const expected = response.shape[axis] ?? 0;
    const actual = target.shape[axis] ?? 0;
    if (actual !== expected) {
      throw new ShapeError({ code: 'dimension-mismatch', operand: 'target', dimension, expected, actual });
    }
  });
}
