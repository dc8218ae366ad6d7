/** How the strip passes cut a plan: sizes, pitches and chunks; shaders/include/strips.wgsl has the words. */
import stripCorrelate from '../../../shaders/strip-correlate.wgsl';
import type { Plan } from '../../math/geometry.ts';
import type { DeviceClass } from './device-class.ts';
import type { PitchedLayout } from './pitched.ts';
import { makeStruct } from './struct.ts';

const VECTOR = 4;

/** Products that a strip pass writes out for each image row; more would take long to compile. */
const MOST_PRODUCTS = 1024;

/** A band shorter than this many kernels reads too many image rows twice. */
const KERNELS_PER_BAND = 4;

export interface StripSizes {
  readonly VECTORS: number;
  readonly KERNEL_HEIGHT: number;
  readonly KERNEL_WIDTH: number;
}

export interface Strips {
  readonly sizes: StripSizes;
  readonly image: PitchedLayout;
  readonly response: PitchedLayout;
  /** Partial sums of each weight. */
  readonly chunks: number;
  /** Bytes of `struct Strips`. */
  readonly struct: ArrayBuffer;
}

/** `productsPerTap`: see MOST_PRODUCTS; `layouts` that others use too, instead of the strips' own, which are no larger. */
export function makeStrips(
  plan: Plan,
  { stripVectors, invocations }: DeviceClass,
  productsPerTap = 1,
  layouts?: Pick<Strips, 'image' | 'response'>,
): Strips {
  const { batch, inChannels, outChannels, output, kernel, geometry } = plan;
  const products = VECTOR * stripVectors * kernel[0] * kernel[1] * productsPerTap;
  const vectors = products > MOST_PRODUCTS ? 1 : stripVectors;
  const columns = VECTOR * vectors;
  const strips = Math.ceil(output[1] / columns);
  const perInvocation = Math.ceil((batch * outChannels * strips * output[0]) / invocations);
  const bandRows = Math.min(output[0], Math.max(perInvocation, KERNELS_PER_BAND * kernel[0]));
  const bands = Math.ceil(output[0] / bandRows);
  const rowVectors = Math.ceil((columns + kernel[1] - 1) / VECTOR);
  const imagePitch = VECTOR * ((strips - 1) * vectors + rowVectors);
  const image = layouts?.image ?? {
    rows: output[0] + kernel[0] - 1,
    pitch: imagePitch,
    top: geometry.padding[0],
    left: geometry.padding[1],
  };
  const response = layouts?.response ?? { rows: output[0], pitch: strips * columns, top: 0, left: 0 };
  const struct = makeStruct(stripCorrelate.layout.bindings.plan.struct, {
    batch,
    in_channels: inChannels,
    out_channels: outChannels,
    in_per_group: plan.inPerGroup,
    out_per_group: plan.outPerGroup,
    output_height: output[0],
    output_width: output[1],
    strips,
    bands,
    band_rows: bandRows,
    image_pitch: image.pitch / VECTOR,
    image_plane: (image.rows * image.pitch) / VECTOR,
    response_pitch: response.pitch / VECTOR,
    response_plane: (response.rows * response.pitch) / VECTOR,
  });
  const sizes = { VECTORS: vectors, KERNEL_HEIGHT: kernel[0], KERNEL_WIDTH: kernel[1] };
  return { sizes, image, response, chunks: batch * strips * bands, struct };
}
