/** A plan as the shaders read it: the fields of `struct Plan` in include/plan.wgsl. */
import correlate from '../../../shaders/correlate.wgsl';
import type { Plan } from '../../math/geometry.ts';
import { LimitError } from '../errors.ts';
import { makeStruct } from './struct.ts';

/** Shaders add and multiply coordinates in u32 and tell negative ones by their size: 2^30 keeps both right. */
const LARGEST_EXTENT = 2 ** 30;

/** Bytes of `struct Plan`; throws what `requireExtents` throws. */
export function makePlanStruct(plan: Plan): ArrayBuffer {
  requireExtents(plan);
  const { stride, padding, dilation } = plan.geometry;
  return makeStruct(correlate.layout.bindings.plan.struct, {
    batch: plan.batch,
    in_channels: plan.inChannels,
    out_channels: plan.outChannels,
    in_per_group: plan.inPerGroup,
    out_per_group: plan.outPerGroup,
    image_height: plan.image[0],
    image_width: plan.image[1],
    kernel_height: plan.kernel[0],
    kernel_width: plan.kernel[1],
    output_height: plan.output[0],
    output_width: plan.output[1],
    stride_y: usedStep(stride[0], plan.output[0]),
    stride_x: usedStep(stride[1], plan.output[1]),
    padding_top: padding[0],
    padding_left: padding[1],
    dilation_y: usedStep(dilation[0], plan.kernel[0]),
    dilation_x: usedStep(dilation[1], plan.kernel[1]),
  });
}

/** Throws LimitError for a padded image whose coordinates are past what the shaders count. */
export function requireExtents({ image, geometry: { padding } }: Plan): void {
  requireExtent(image[0] + padding[0] + padding[2]);
  requireExtent(image[1] + padding[1] + padding[3]);
}

// A step between one place and nothing is never taken, and may be larger than 2^30: 1 does as well.
function usedStep(step: number, places: number): number {
  return places === 1 ? 1 : step;
}

function requireExtent(requested: number): void {
  if (requested <= LARGEST_EXTENT) return;
  throw new LimitError({
    code: 'limit',
    resource: 'padded-image',
    requested,
    allowed: LARGEST_EXTENT,
    unit: 'cells',
  });
}
