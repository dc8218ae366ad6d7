/**
 * Scene 4 in the JSON of a link: `i` image, a picture (see `link-picture`) or, with other numbers, a grid; `n` layers; `d` "deeper
 * for wider" `[layers, side of the kernel]`; `e` draws, left away for one; `w` the known network that is shown, left away for LeNet-5; `p`
 * the pinned element `[level, channel, row, column]`, left away where there is none. `i` and `n` are left away together where both are
 * those of the page's start. A layer is `["c", rows, columns, stride, padding, dilation, weights…]` with the
 * weights `channels, seed` or a list of values for each channel; `["m" or "p", size, stride]` pooling by the greatest or the
 * mean; `["n", "r" or "t"]` an activation: none, ReLU or tanh.
 */
import * as v from 'valibot';
import { NETWORKS } from '../math/stack/network-names.ts';
import { DEFAULT_RECEPTIVE, filledGrid, type NumberGrid } from './document.ts';
import { LIMITS, rangeFault } from './limits.ts';
import { flattened, grid, number, toGrid } from './link-grid.ts';
import { packed, picture, unpacked } from './link-picture.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  type CorrelationLayer,
  type ReceptivePart,
  type StackLayer,
} from './stack.ts';

const shape = [
  number(LIMITS.kernelSide),
  number(LIMITS.kernelSide),
  number(LIMITS.stride),
  number(LIMITS.padding),
  number(LIMITS.dilation),
] as const;
const values = v.pipe(v.array(number(LIMITS.weight)), v.maxLength(LIMITS.kernelSide.maximum ** 2));
const seeded = v.tuple([v.literal('c'), ...shape, number(LIMITS.channels), number(LIMITS.seed)]);
const typed = v.pipe(
  v.tuple([v.literal('c'), ...shape, v.array(values)]),
  v.check(([, rows, columns, , , , kernels]) => {
    return (
      rangeFault(kernels.length, LIMITS.channels) === null &&
      kernels.every(({ length }) => length === rows * columns)
    );
  }),
);
const pooling = v.tuple([v.picklist(['m', 'p']), number(LIMITS.kernelSide), number(LIMITS.stride)]);
const activation = v.tuple([v.picklist(['n', 'r', 't'])]);
const layer = v.union([seeded, typed, pooling, activation]);

export const STACK_SCHEMA = v.object({
  i: v.optional(v.union([picture, grid(LIMITS.imageSide)])),
  n: v.optional(
    v.pipe(v.array(layer), v.minLength(LIMITS.layers.minimum), v.maxLength(LIMITS.layers.maximum)),
  ),
  d: v.tuple([number(LIMITS.layers), number(LIMITS.depthKernel)]),
  e: v.optional(number(LIMITS.draws)),
  w: v.optional(v.picklist(NETWORKS)),
  p: v.optional(
    v.tuple([number(LIMITS.place), number(LIMITS.place), number(LIMITS.place), number(LIMITS.place)]),
  ),
});

type StackData = v.InferOutput<typeof STACK_SCHEMA>;
type ImageData = NonNullable<StackData['i']>;
type LayerData = NonNullable<StackData['n']>[number];

const ACTIVATION_KEYS = { none: 'n', relu: 'r', tanh: 't' } as const;
const ACTIVATION_NAMES = { n: 'none', r: 'relu', t: 'tanh' } as const;
const POOLING_KEYS = { max: 'm', average: 'p' } as const;

/** What `i` and `n` left away stand for. */
export const START = stackOf(DEFAULT_RECEPTIVE.image, DEFAULT_RECEPTIVE.layers);

/** Scene 4 of a link that says nothing of it. */
export const UNSAID_STACK: ReceptivePart = { ...DEFAULT_RECEPTIVE, depth: { layers: 3, kernel: 3 } };

export function stackToData({ image, layers, depth, draws, network, pinned }: ReceptivePart): StackData {
  const stack = stackOf(image, layers);
  return {
    ...(JSON.stringify(stack) === JSON.stringify(START) ? {} : stack),
    d: [depth.layers, depth.kernel],
    ...(draws === 1 ? {} : { e: draws }),
    ...(network === DEFAULT_RECEPTIVE.network ? {} : { w: network }),
    ...(pinned ? { p: [pinned.level, pinned.channel, pinned.row, pinned.column] } : {}),
  };
}

export function dataToStack({ i, n, d: [layers, kernel], e = 1, w, p }: StackData): ReceptivePart {
  const { image, layers: first, network } = DEFAULT_RECEPTIVE;
  return {
    image: i ? toImage(i) : image,
    layers: n ? n.map(dataToLayer) : first,
    depth: { layers, kernel },
    draws: e,
    network: w ?? network,
    pinned: p ? { level: p[0], channel: p[1], row: p[2], column: p[3] } : null,
  };
}

function stackOf(image: NumberGrid, layers: readonly StackLayer[]) {
  return { i: isPicture(image) ? packed(image) : flattened(image), n: layers.map(layerToData) };
}

/** Grey levels in hundredths. */
export function isPicture({ values: cells }: NumberGrid): boolean {
  return cells.every((value) => value >= 0 && value <= 1 && Math.round(100 * value) / 100 === value);
}

function toImage(data: ImageData): NumberGrid {
  return isPacked(data) ? unpacked(data) : toGrid(data);
}

function isPacked(data: ImageData): data is Extract<ImageData, { 2: string }> {
  return typeof data[2] === 'string';
}

function layerToData(layer: StackLayer): LayerData {
  switch (layer.kind) {
    case 'correlation':
      return correlationToData(layer);
    case 'pooling':
      return [POOLING_KEYS[layer.method], layer.size, layer.stride];
    case 'activation':
      return [ACTIVATION_KEYS[layer.name]];
  }
}

function correlationToData({
  kernel,
  stride,
  padding,
  dilation,
  channels,
  weights,
}: CorrelationLayer): LayerData {
  const numbers = [...kernel, stride, padding, dilation] as const;
  return weights.kind === 'torch'
    ? ['c', ...numbers, channels, weights.seed]
    : ['c', ...numbers, weights.kernels.map((each) => [...each.values])];
}

function dataToLayer(data: LayerData): StackLayer {
  switch (data[0]) {
    case 'c':
      return dataToCorrelation(data);
    case 'm':
      return makePooling('max', data[1], data[2]);
    case 'p':
      return makePooling('average', data[1], data[2]);
    default:
      return makeActivation(ACTIVATION_NAMES[data[0]]);
  }
}

function dataToCorrelation(data: Extract<LayerData, { 0: 'c' }>): CorrelationLayer {
  const [, rows, columns, stride, padding, dilation, last, seed] = data;
  const geometry = { kernel: [rows, columns] as const, stride, padding, dilation };
  if (typeof last === 'number') {
    return makeCorrelation({ ...geometry, channels: last, weights: { kind: 'torch', seed: seed ?? 0 } });
  }
  const kernels = last.map((numbers) => ({ ...filledGrid(rows, columns, 0), values: numbers }));
  return makeCorrelation({ ...geometry, channels: last.length, weights: { kind: 'typed', kernels } });
}
