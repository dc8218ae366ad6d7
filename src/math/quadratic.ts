/**
 * The loss of one layer is quadratic in its kernel: L(k) = L(k*) + ½ (k − k*)ᵀ H (k − k*). H depends on the image
 * alone, and its eigenvalues say which rates gradient descent survives.
 */
import { EigenvalueDecomposition } from 'ml-matrix';
import { correlate, kernelGradient } from './definition.ts';
import type { Geometry, Size } from './geometry.ts';
import { lossScale, type LossReduction } from './loss.ts';
import type { NumericTensor, Shape4 } from './tensor.ts';

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
 * d²L/dk² for a kernel with one output channel and no groups, symmetric, in the order of `Conv2d.weight`
 * `[1, channels, height, width]`. Throws GeometryError or ShapeError as `correlate` does.
 */
export function hessian(
  image: NumericTensor,
  kernelSize: Size,
  geometry: Partial<Geometry> | undefined,
  reduction: LossReduction,
): number[][] {
  const shape: Shape4 = [1, image.shape[1], ...kernelSize];
  const count = shape[1] * shape[2] * shape[3];
  const columns = Array.from({ length: count }, (_, j) =>
    hessianColumn(image, basisKernel(shape, j), geometry, reduction),
  );
  // Both triangles are the same sums in another order; one of them is mirrored, so that rounding cannot differ.
  return columns.map((_, i) => columns.map((_, j) => columns[Math.max(i, j)]?.[Math.min(i, j)] ?? 0));
}

/** Eigenvalues of a symmetric matrix, ascending. */
export function eigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const decomposition = new EigenvalueDecomposition(
    matrix.map((row) => [...row]),
    { assumeSymmetric: true },
  );
  return [...decomposition.realEigenvalues].sort((a, b) => a - b);
}

/** What the ascending eigenvalues of a Hessian allow as rate of plain gradient descent. */
export function rateLimits(ascending: readonly number[]): RateLimits {
  const smallest = ascending[0] ?? 0;
  const largest = ascending.at(-1) ?? 0;
  const limit = (curvature: number) => (largest > 0 ? 2 / curvature : Infinity);
  return { smallest, largest, largestStable: limit(largest), best: limit(largest + smallest) };
}

// H e = dL/dk at e with target 0: with no residual but the response itself, the gradient is linear in the kernel.
function hessianColumn(
  image: NumericTensor,
  basis: NumericTensor,
  geometry: Partial<Geometry> | undefined,
  reduction: LossReduction,
): Float64Array {
  const response = correlate(image, basis, geometry);
  const scale = 2 * lossScale(reduction, response.data.length);
  const upstream = { shape: response.shape, data: response.data.map((value) => scale * value) };
  return kernelGradient(image, upstream, [basis.shape[2], basis.shape[3]], geometry).data;
}

function basisKernel(shape: Shape4, index: number): NumericTensor {
  const data = new Float64Array(shape[1] * shape[2] * shape[3]);
  data[index] = 1;
  return { shape, data };
}
