/** The three operations in plain TypeScript: sums in float64 in a fixed order, rounded once to float32. */
import { imageShape, kernelShape, responseShape, type Plan } from '../../../math/geometry.ts';
import { elementCount, type Shape4, type Tensor4 } from '../../../math/tensor.ts';
import { requireElements } from '../limits.ts';
import { addScaled, dot } from './runs.ts';
import { forEachSpan } from './spans.ts';

/** Response `[n, o, h', w']`. Throws LimitError before allocating. */
export function correlate(
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
  out?: Float32Array,
): Tensor4 {
  const shape = responseShape(plan);
  const sums = createSums('response', shape);
  const step = plan.geometry.stride[1];
  forEachSpan(plan, (kernelIndex, imageStart, responseStart, count) => {
    addScaled(sums, responseStart, 1, kernel[kernelIndex] ?? 0, image, imageStart, step, count);
  });
  return { shape, data: round(sums, out) };
}

/** dL/dkernel `[o, c / groups, kh, kw]`. Throws LimitError before allocating. */
export function kernelGradient(
  plan: Plan,
  image: Float32Array,
  upstream: Float32Array,
  out?: Float32Array,
): Tensor4 {
  const shape = kernelShape(plan);
  const sums = createSums('kernel gradient', shape);
  const step = plan.geometry.stride[1];
  forEachSpan(plan, (kernelIndex, imageStart, responseStart, count) => {
    sums[kernelIndex] =
      (sums[kernelIndex] ?? 0) + dot(upstream, responseStart, image, imageStart, step, count);
  });
  return { shape, data: round(sums, out) };
}

/** dL/dimage `[n, c, h, w]`. Throws LimitError before allocating. */
export function imageGradient(
  plan: Plan,
  upstream: Float32Array,
  kernel: Float32Array,
  out?: Float32Array,
): Tensor4 {
  const shape = imageShape(plan);
  const sums = createSums('image gradient', shape);
  const step = plan.geometry.stride[1];
  forEachSpan(plan, (kernelIndex, imageStart, responseStart, count) => {
    addScaled(sums, imageStart, step, kernel[kernelIndex] ?? 0, upstream, responseStart, 1, count);
  });
  return { shape, data: round(sums, out) };
}

function round(sums: Float64Array, out: Float32Array = new Float32Array(sums.length)): Float32Array {
  out.set(sums);
  return out;
}

function createSums(resource: string, shape: Shape4): Float64Array {
  const count = elementCount(shape);
  requireElements(resource, count);
  return new Float64Array(count);
}
