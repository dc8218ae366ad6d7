/**
 * How far a float32 engine may be from the definition, for each element. A sum of n products in any order is off by
 * at most γₙ Σ|a||b|, γₙ = n·u / (1 − n·u), u = 2⁻²⁴ (Higham, Accuracy and Stability of Numerical Algorithms, §3.1;
 * a fused multiply-add only helps). FACTOR 2 covers the denominator for n < 2²³. WGSL lets a device flush subnormal
 * numbers to zero (WGSL §15.7.2), which costs at most 2⁻¹²⁶ for each of the 2n operations.
 */
import { forEachProduct } from './definition.ts';
import { imageShape, kernelShape, responseShape, type Geometry, type Plan, type Size } from './geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from './operands.ts';
import { elementCount, type NumericTensor, type Shape4, type Tensor4Float64 } from './tensor.ts';

const UNIT_ROUNDOFF = 2 ** -24;
const SMALLEST_NORMAL = 2 ** -126;
const FACTOR = 2;

/** Largest error allowed for each element of `correlate`. */
export function errorBound(
  image: NumericTensor,
  kernel: NumericTensor,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkCorrelation(image, kernel, geometry);
  return boundOf(plan, responseShape(plan), (i, k, r) => [r, at(image, i) * at(kernel, k)]);
}

/** Largest error allowed for each element of `kernelGradient`. */
export function kernelGradientErrorBound(
  image: NumericTensor,
  upstream: NumericTensor,
  kernelSize: Size,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkKernelGradient(image, upstream, kernelSize, geometry);
  return boundOf(plan, kernelShape(plan), (i, k, r) => [k, at(image, i) * at(upstream, r)]);
}

/** Largest error allowed for each element of `imageGradient`. */
export function imageGradientErrorBound(
  upstream: NumericTensor,
  kernel: NumericTensor,
  imageSize: Size,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkImageGradient(upstream, kernel, imageSize, geometry);
  return boundOf(plan, imageShape(plan), (i, k, r) => [i, at(upstream, r) * at(kernel, k)]);
}

function boundOf(
  plan: Plan,
  shape: Shape4,
  productOf: (image: number, kernel: number, response: number) => readonly [element: number, product: number],
): Tensor4Float64 {
  const counts = new Float64Array(elementCount(shape));
  const magnitudes = new Float64Array(counts.length);
  forEachProduct(plan, (image, kernel, response) => {
    const [element, product] = productOf(image, kernel, response);
    counts[element] = (counts[element] ?? 0) + 1;
    magnitudes[element] = (magnitudes[element] ?? 0) + Math.abs(product);
  });
  const data = magnitudes.map((magnitude, element) => {
    const n = counts[element] ?? 0;
    return FACTOR * n * (UNIT_ROUNDOFF * magnitude + SMALLEST_NORMAL);
  });
  return { shape, data };
}

function at(tensor: NumericTensor, index: number): number {
  return tensor.data[index] ?? 0;
}
