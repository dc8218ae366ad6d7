/**
 * The loss of one layer is quadratic in its kernel: L(k) = L(k*) + ½ (k − k*)ᵀ H (k − k*). H depends on the image
 * alone, and its eigenvalues say which rates gradient descent survives.
 */
import { eigensystem } from './eigen.ts';
import { planCorrelation, responseShape, type Geometry, type Plan, type Size } from './geometry.ts';
import { gramMatrices, tapCount } from './gram.ts';
import { lossScale, type LossReduction } from './loss.ts';
import { fastRow } from './row-dot.ts';
import { elementCount, requireTensor, type NumericTensor } from './tensor.ts';

export interface RateLimits {
  /** Smallest and largest eigenvalue of the Hessian. */
  readonly smallest: number;
  readonly largest: number;
  /** 2 / λmax: plain gradient descent diverges above it. Infinity for an image that gives no gradient. */
  readonly largestStable: number;
  /** 2 / (λmax + λmin): the fixed rate with the fastest worst case (Polyak 1964). Infinity likewise. */
  readonly best: number;
}

/**
 * d²L/dk² = 2 · scale · XᵀX for a kernel with one output channel and no groups, symmetric, in the order of
 * `Conv2d.weight` `[1, channels, height, width]`. Throws GeometryError or ShapeError as `correlate` does.
 */
export function hessian(
  image: NumericTensor,
  kernelSize: Size,
  geometry: Partial<Geometry> | undefined,
  reduction: LossReduction,
): number[][] {
  requireTensor(image, 'image');
  const plan = planCorrelation(image.shape, [1, image.shape[1], ...kernelSize], geometry);
  const [gram = new Float64Array()] = gramMatrices(plan, fastRow(image.data));
  return matrixRows(plan, gram, 2 * lossScale(reduction, elementCount(responseShape(plan))));
}

/** A matrix of `gramMatrices` as rows, times `factor`. */
export function matrixRows(plan: Plan, gram: Float64Array, factor: number): number[][] {
  const taps = tapCount(plan);
  return Array.from({ length: taps }, (_, i) =>
    Array.from(gram.subarray(i * taps, (i + 1) * taps), (value) => factor * value),
  );
}

/** Eigenvalues of a symmetric matrix, ascending. */
export function eigenvalues(matrix: readonly (readonly number[])[]): readonly number[] {
  return eigensystem(matrix).values;
}

/** What the ascending eigenvalues of a Hessian allow as rate of plain gradient descent. */
export function rateLimits(ascending: readonly number[]): RateLimits {
  const smallest = ascending[0] ?? 0;
  const largest = ascending.at(-1) ?? 0;
  const limit = (curvature: number) => (largest > 0 ? 2 / curvature : Infinity);
  return { smallest, largest, largestStable: limit(largest), best: limit(largest + smallest) };
}
