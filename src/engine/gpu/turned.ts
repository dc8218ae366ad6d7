/**
 * dL/dimage as a correlation, for stride and dilation 1: each image cell sums over the windows that hold it, so the
 * upstream is correlated with the kernel turned by half a turn, its in and out channels changing places.
 */
import { elementCount } from '../../math/tensor.ts';
import { kernelShape, type Plan } from '../../math/geometry.ts';

/** The plan of that correlation; a padding wider than the kernel becomes negative, and cuts the upstream. */
export function turnPlan(plan: Plan): Plan {
  const { geometry, kernel, image, output } = plan;
  const top = kernel[0] - 1 - geometry.padding[0];
  const left = kernel[1] - 1 - geometry.padding[1];
  const bottom = image[0] + kernel[0] - 1 - output[0] - top;
  const right = image[1] + kernel[1] - 1 - output[1] - left;
  return {
    ...plan,
    inChannels: plan.outChannels,
    outChannels: plan.inChannels,
    inPerGroup: plan.outPerGroup,
    outPerGroup: plan.inPerGroup,
    image: output,
    output: image,
    geometry: { ...geometry, stride: [1, 1], dilation: [1, 1], padding: [top, left, bottom, right] },
  };
}

/** `[out, in / groups, h, w]` → `[in, out / groups, h, w]`, each plane turned by half a turn. */
export function turnKernel(plan: Plan, kernel: Float32Array): Float32Array {
  const { inPerGroup, outPerGroup } = plan;
  const taps = plan.kernel[0] * plan.kernel[1];
  const turned = new Float32Array(elementCount(kernelShape(plan)));
  for (let out = 0; out < plan.outChannels; out++) {
    for (let channel = 0; channel < inPerGroup; channel++) {
      const inChannel = Math.floor(out / outPerGroup) * inPerGroup + channel;
      const start = (out * inPerGroup + channel) * taps;
      const target = (inChannel * outPerGroup + (out % outPerGroup)) * taps;
      turned.set(kernel.slice(start, start + taps).reverse(), target);
    }
  }
  return turned;
}
