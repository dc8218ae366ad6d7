/** How shaders/tile-correlate.wgsl cuts a plan: sizes, pitches and tiles. */
import tileCorrelate from '../../../shaders/tile-correlate.wgsl';
import { dilatedLength, type Plan, type Size } from '../../math/geometry.ts';
import type { PitchedLayout } from './pitched.ts';
import { makeStruct } from './struct.ts';

const VECTOR = 4;

/** Products that the pass writes out for each channel; more would take long to compile. */
const MOST_PRODUCTS = 1024;

/** Image values of a tile that one invocation holds. */
const MOST_HELD = 640;

/** From the largest tile to the smallest; the first that keeps the limits above is taken. */
const SHAPES = [
  { VECTORS: 2, TILE_ROWS: 4, OUT_CHANNELS: 2 },
  { VECTORS: 2, TILE_ROWS: 4, OUT_CHANNELS: 1 },
  { VECTORS: 2, TILE_ROWS: 2, OUT_CHANNELS: 1 },
  { VECTORS: 2, TILE_ROWS: 1, OUT_CHANNELS: 1 },
  { VECTORS: 1, TILE_ROWS: 1, OUT_CHANNELS: 1 },
] as const;

export interface TileSizes {
  readonly VECTORS: number;
  readonly TILE_ROWS: number;
  readonly OUT_CHANNELS: number;
  readonly KERNEL_HEIGHT: number;
  readonly KERNEL_WIDTH: number;
  readonly STRIDE_Y: number;
  readonly STRIDE_X: number;
  readonly DILATION_Y: number;
  readonly DILATION_X: number;
}

export interface Tiles {
  readonly sizes: TileSizes;
  readonly image: PitchedLayout;
  readonly response: PitchedLayout;
  readonly invocations: number;
  /** Bytes of `struct Tiles`. */
  readonly struct: ArrayBuffer;
}

/** Null where no tile keeps the limits. */
export function chooseTileSizes(plan: Plan): TileSizes | null {
  const { kernel, output, geometry, outPerGroup } = plan;
  // A step that is never taken may be any.
  const strideOf = (axis: 0 | 1) => (output[axis] === 1 ? 1 : geometry.stride[axis]);
  const dilationOf = (axis: 0 | 1) => (kernel[axis] === 1 ? 1 : geometry.dilation[axis]);
  const steps = {
    STRIDE_Y: strideOf(0),
    STRIDE_X: strideOf(1),
    DILATION_Y: dilationOf(0),
    DILATION_X: dilationOf(1),
  };
  const candidates = SHAPES.map((shape) => {
    return { ...shape, KERNEL_HEIGHT: kernel[0], KERNEL_WIDTH: kernel[1], ...steps };
  });
  const fits = (sizes: TileSizes) => {
    const products = sizes.OUT_CHANNELS * sizes.TILE_ROWS * VECTOR * sizes.VECTORS * kernel[0] * kernel[1];
    const [rows, columns] = seenByTile(sizes);
    return products <= MOST_PRODUCTS && rows * columns <= MOST_HELD && outPerGroup % sizes.OUT_CHANNELS === 0;
  };
  return candidates.find(fits) ?? null;
}

export function makeTiles(plan: Plan, sizes: TileSizes): Tiles {
  const { batch, inChannels, outChannels, output, geometry } = plan;
  const columns = VECTOR * sizes.VECTORS;
  const across = Math.ceil(output[1] / columns);
  const down = Math.ceil(output[0] / sizes.TILE_ROWS);
  const [seenRows, seenColumns] = seenByTile(sizes);
  const image = {
    rows: (down - 1) * sizes.TILE_ROWS * sizes.STRIDE_Y + seenRows,
    pitch: (across - 1) * columns * sizes.STRIDE_X + seenColumns,
    top: geometry.padding[0],
    left: geometry.padding[1],
  };
  const response = { rows: down * sizes.TILE_ROWS, pitch: across * columns, top: 0, left: 0 };
  const struct = makeStruct(tileCorrelate.layout.bindings.plan.struct, {
    batch,
    in_channels: inChannels,
    out_channels: outChannels,
    in_per_group: plan.inPerGroup,
    out_per_group: plan.outPerGroup,
    across,
    down,
    image_pitch: image.pitch / VECTOR,
    image_plane: (image.rows * image.pitch) / VECTOR,
    response_pitch: response.pitch / VECTOR,
    response_plane: (response.rows * response.pitch) / VECTOR,
  });
  const invocations = ((batch * outChannels) / sizes.OUT_CHANNELS) * across * down;
  return { sizes, image, response, invocations, struct };
}

/** Image rows and columns, these in whole vectors, of one tile. */
function seenByTile(sizes: TileSizes): Size {
  const lastColumn = (VECTOR * sizes.VECTORS - 1) * sizes.STRIDE_X;
  const columns = lastColumn + dilatedLength(sizes.KERNEL_WIDTH, sizes.DILATION_X);
  return [
    (sizes.TILE_ROWS - 1) * sizes.STRIDE_Y + dilatedLength(sizes.KERNEL_HEIGHT, sizes.DILATION_Y),
    VECTOR * Math.ceil(columns / VECTOR),
  ];
}
