/** Checks of operands, each ending in a plan: where every engine and the definition begin. */
import { planCorrelation, planImageGradient, planKernelGradient } from './geometry.ts';
import type { Geometry, Plan, Size } from './geometry.ts';
import { ShapeError, type Operand } from './problem.ts';
import { requireTensor, type NumericTensor } from './tensor.ts';

/** The plan of `correlate`; throws GeometryError or ShapeError for operands that do not fit. */
export function checkCorrelation(
  image: NumericTensor,
  kernel: NumericTensor,
  geometry?: Partial<Geometry>,
): Plan {
  requireTensor(image, 'image');
  requireTensor(kernel, 'kernel');
  return planCorrelation(image.shape, kernel.shape, geometry);
}

/** The plan of `kernelGradient`; throws GeometryError or ShapeError for operands that do not fit. */
export function checkKernelGradient(
  image: NumericTensor,
  upstream: NumericTensor,
  kernelSize: Size,
  geometry?: Partial<Geometry>,
): Plan {
  requireTensor(image, 'image');
  requireTensor(upstream, 'upstream');
  requireSize(kernelSize, 'kernel');
  return planKernelGradient(image.shape, upstream.shape, kernelSize, geometry);
}

/** The plan of `imageGradient`; throws GeometryError or ShapeError for operands that do not fit. */
export function checkImageGradient(
  upstream: NumericTensor,
  kernel: NumericTensor,
  imageSize: Size,
  geometry?: Partial<Geometry>,
): Plan {
  requireTensor(upstream, 'upstream');
  requireTensor(kernel, 'kernel');
  requireSize(imageSize, 'image');
  return planImageGradient(upstream.shape, kernel.shape, imageSize, geometry);
}

function requireSize(size: Size, operand: Operand): void {
  (['height', 'width'] as const).forEach((dimension, axis) => {
    const value = size[axis] ?? 0;
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new ShapeError({ code: 'invalid-dimension', operand, dimension, value });
    }
  });
}
