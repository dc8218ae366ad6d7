/**
 * Scene 4 in the JSON of a link: `i` image, a picture (see `link-picture`) or, with other numbers, a grid; `n` layers; `d` "deeper
 * for wider" `[layers, side of the kernel]`; `e` draws, left away for one. A layer is `["c", rows, columns, stride, padding, dilation, weights…]` with the
 * weights `channels, seed` or a list of values for each channel; `["m" or "p", size, stride]` pooling by the greatest or the
 * mean; `["n", "r" or "t"]` an activation: none, ReLU or tanh.
 */
import * as v from 'valibot';
import { filledGrid, type NumberGrid } from './document.ts';
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
  i: v.union([picture, grid(LIMITS.imageSide)]),
  n: v.pipe(v.array(layer), v.minLength(LIMITS.layers.minimum), v.maxLength(LIMITS.layers.maximum)),
  d: v.tuple([number(LIMITS.layers), number(LIMITS.depthKernel)]),
  e: v.optional(number(LIMITS.draws)),
});

type StackData = v.InferOutput<typeof STACK_SCHEMA>;
type LayerData = StackData['n'][number];

const ACTIVATION_KEYS = { none: 'n', relu: 'r', tanh: 't' } as const;
const ACTIVATION_NAMES = { n: 'none', r: 'relu', t: 'tanh' } as const;
const POOLING_KEYS = { max: 'm', average: 'p' } as const;

export function stackToData({ image, layers, depth, draws }: ReceptivePart): StackData {
  return {
    i: isPicture(image) ? packed(image) : flattened(image),
    n: layers.map(layerToData),
    d: [depth.layers, depth.kernel],
    ...(draws === 1 ? {} : { e: draws }),
  };
}

export function dataToStack({ i, n, d: [layers, kernel], e = 1 }: StackData): ReceptivePart {
  return { image: toImage(i), layers: n.map(dataToLayer), depth: { layers, kernel }, draws: e };
}

/** Grey levels in hundredths. */
function isPicture({ values: cells }: NumberGrid): boolean {
  return cells.every((value) => value >= 0 && value <= 1 && Math.round(100 * value) / 100 === value);
}

function toImage(data: StackData['i']): NumberGrid {
  return isPacked(data) ? unpacked(data) : toGrid(data);
}

function isPacked(data: StackData['i']): data is Extract<StackData['i'], { 2: string }> {
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
