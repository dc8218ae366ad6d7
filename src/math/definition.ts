/**
 * Cross-correlation and its two gradients in float64, straight from the definition: the oracle of every test.
 *
 * response[n, o, y, x] = Σ over c, i, j of image[n, g·C + c, y·s + i·d − p, x·s + j·d − p] · kernel[o, c, i, j]
 *
 * with zeros outside the image, C input channels a group, and g the group of output channel o. L = Σ upstream ·
 * response is linear in each operand, so both gradients sum the same products over the other indices.
 */
import { imageShape, kernelShape, responseShape, type Geometry, type Plan, type Size } from './geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from './operands.ts';
import { elementCount, type NumericTensor, type Shape4, type Tensor4Float64 } from './tensor.ts';

/** Flat indices into image, kernel and response of one product of the definition. */
export type ProductVisitor = (image: number, kernel: number, response: number) => void;

/** image `[n, c, h, w]`, kernel `[o, c / groups, kh, kw]` → response. Throws GeometryError or ShapeError. */
export function correlate(
  image: NumericTensor,
  kernel: NumericTensor,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkCorrelation(image, kernel, geometry);
  return sumProducts(plan, responseShape(plan), (add) => (i, k, r) => {
    add(r, at(image, i) * at(kernel, k));
  });
}

/** dL/dkernel `[o, c / groups, kh, kw]` from the upstream dL/dresponse. Throws GeometryError or ShapeError. */
export function kernelGradient(
  image: NumericTensor,
  upstream: NumericTensor,
  kernelSize: Size,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkKernelGradient(image, upstream, kernelSize, geometry);
  return sumProducts(plan, kernelShape(plan), (add) => (i, k, r) => {
    add(k, at(image, i) * at(upstream, r));
  });
}

/** dL/dimage `[n, c, h, w]` from the upstream dL/dresponse. Throws GeometryError or ShapeError. */
export function imageGradient(
  upstream: NumericTensor,
  kernel: NumericTensor,
  imageSize: Size,
  geometry?: Partial<Geometry>,
): Tensor4Float64 {
  const plan = checkImageGradient(upstream, kernel, imageSize, geometry);
  return sumProducts(plan, imageShape(plan), (add) => (i, k, r) => {
    add(i, at(upstream, r) * at(kernel, k));
  });
}

/** The kernel turned by half a turn in its two spatial axes; correlation with it is true convolution. */
export function flipKernel(kernel: NumericTensor): Tensor4Float64 {
  const area = kernel.shape[2] * kernel.shape[3];
  const data = Float64Array.from({ length: kernel.data.length }, (_, i) => {
    const cell = i % area;
    return at(kernel, i - cell + (area - 1 - cell));
  });
  return { shape: kernel.shape, data };
}

/** Visits every product of the definition that has its image cell inside the image, in row-major order. */
export function forEachProduct(plan: Plan, visit: ProductVisitor): void {
  const [height, width] = plan.output;
  for (let n = 0, response = 0; n < plan.batch; n++) {
    for (let o = 0; o < plan.outChannels; o++) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++, response++) visitWindow(plan, n, o, y, x, response, visit);
      }
    }
  }
}

function visitWindow(
  plan: Plan,
  n: number,
  o: number,
  y: number,
  x: number,
  response: number,
  visit: ProductVisitor,
): void {
  const { stride, padding, dilation } = plan.geometry;
  const firstChannel = Math.floor(o / plan.outPerGroup) * plan.inPerGroup;
  for (let c = 0; c < plan.inPerGroup; c++) {
    const plane = n * plan.inChannels + firstChannel + c;
    for (let i = 0; i < plan.kernel[0]; i++) {
      const row = y * stride[0] + i * dilation[0] - padding[0];
      if (row < 0 || row >= plan.image[0]) continue;
      for (let j = 0; j < plan.kernel[1]; j++) {
        const column = x * stride[1] + j * dilation[1] - padding[1];
        if (column < 0 || column >= plan.image[1]) continue;
        const image = (plane * plan.image[0] + row) * plan.image[1] + column;
        const kernel = ((o * plan.inPerGroup + c) * plan.kernel[0] + i) * plan.kernel[1] + j;
        visit(image, kernel, response);
      }
    }
  }
}

function sumProducts(
  plan: Plan,
  shape: Shape4,
  makeVisitor: (add: (index: number, product: number) => void) => ProductVisitor,
): Tensor4Float64 {
  const data = new Float64Array(elementCount(shape));
  const add = (index: number, product: number) => {
    data[index] = (data[index] ?? 0) + product;
  };
  forEachProduct(plan, makeVisitor(add));
  return { shape, data };
}

function at(tensor: NumericTensor, index: number): number {
  return tensor.data[index] ?? 0;
}
