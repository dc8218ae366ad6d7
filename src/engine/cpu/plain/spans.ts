/** The loop that all three operations share: runs of products along one row of the response, bounds settled outside. */
import type { Plan } from '../../../math/geometry.ts';

/**
 * One run: weight `kernelIndex` meets `count` neighbouring response elements from `responseStart`, and the image
 * cells from `imageStart`, each the plan's horizontal stride further.
 */
export type VisitSpan = (
  kernelIndex: number,
  imageStart: number,
  responseStart: number,
  count: number,
) => void;

/** Response columns whose window has its tap inside the image, for each kernel column. */
interface ColumnSpan {
  readonly first: number;
  readonly count: number;
  /** Image column of the first. */
  readonly imageColumn: number;
}

/** Where the planes of one pair of channels begin. */
interface Planes {
  readonly imagePlane: number;
  readonly kernelPlane: number;
  readonly responsePlane: number;
}

/** Visits every product of the plan in a fixed order; products with padding are left out, for they are zero. */
export function forEachSpan(plan: Plan, visit: VisitSpan): void {
  const { batch, outChannels, inChannels, inPerGroup, outPerGroup, image, kernel, output } = plan;
  const spans = columnSpans(plan);
  for (let n = 0; n < batch; n++) {
    for (let out = 0; out < outChannels; out++) {
      const firstChannel = Math.floor(out / outPerGroup) * inPerGroup;
      for (let channel = 0; channel < inPerGroup; channel++) {
        const imagePlane = (n * inChannels + firstChannel + channel) * image[0] * image[1];
        const responsePlane = (n * outChannels + out) * output[0] * output[1];
        const kernelPlane = (out * inPerGroup + channel) * kernel[0] * kernel[1];
        visitPlane(plan, spans, { imagePlane, kernelPlane, responsePlane }, visit);
      }
    }
  }
}

function visitPlane(
  { image, kernel, output, geometry: { stride, padding, dilation } }: Plan,
  spans: readonly ColumnSpan[],
  { imagePlane, kernelPlane, responsePlane }: Planes,
  visit: VisitSpan,
): void {
  for (let row = 0; row < output[0]; row++) {
    for (let kernelRow = 0; kernelRow < kernel[0]; kernelRow++) {
      const imageRow = row * stride[0] + kernelRow * dilation[0] - padding[0];
      if (imageRow < 0 || imageRow >= image[0]) continue;
      const imageStart = imagePlane + imageRow * image[1];
      const responseStart = responsePlane + row * output[1];
      const kernelStart = kernelPlane + kernelRow * kernel[1];
      spans.forEach(({ first, count, imageColumn }, kernelColumn) => {
        if (count > 0)
          visit(kernelStart + kernelColumn, imageStart + imageColumn, responseStart + first, count);
      });
    }
  }
}

function columnSpans({ image, kernel, output, geometry: { stride, padding, dilation } }: Plan): ColumnSpan[] {
  return Array.from({ length: kernel[1] }, (_, kernelColumn) => {
    const offset = kernelColumn * dilation[1] - padding[1];
    const first = Math.max(0, Math.ceil(-offset / stride[1]));
    const end = Math.min(output[1], Math.floor((image[1] - 1 - offset) / stride[1]) + 1);
    return { first, count: Math.max(0, end - first), imageColumn: first * stride[1] + offset };
  });
}
