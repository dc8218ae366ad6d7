/**
 * A stack in float64 and how far float32 may be from it, element by element: the bound of src/math/tolerance.ts for what a
 * layer rounds itself, and what its input may be off by, carried on. Slopes jump where a ReLU's input is 0 and where two
 * cells of a window are the greatest; an element that may lie on either side may have either slope.
 */
import * as definition from '../../src/math/definition.ts';
import type { ActivationLayer, PoolingLayer } from '../../src/math/stack/layer.ts';
import type { NumericTensor } from '../../src/math/tensor.ts';
import { errorBound, imageGradientErrorBound } from '../../src/math/tolerance.ts';
import type { NumberGrid } from '../../src/state/document.ts';
import { layerWeight } from '../../src/state/layer-weight.ts';
import type { CorrelationLayer, StackLayer } from '../../src/state/stack.ts';
import { layerGeometry, middleIndex, oracleLevels, poolingWindows } from './stack-oracle.ts';

/** Of one result stored as float32; twice that, for what float64 rounds before. */
const STORED = 2 * 2 ** -24;
const SMALLEST_NORMAL = 2 ** -126;

export interface Bounded {
  readonly exact: NumericTensor;
  /** The largest error allowed for each element. */
  readonly bound: NumericTensor;
}

/** The image, which is exact where float32 holds it, and the maps of every layer. */
export function boundedLevels(image: NumberGrid, layers: readonly StackLayer[]): readonly Bounded[] {
  const levels: Bounded[] = [];
  for (const [at, exact] of oracleLevels(image, layers).entries()) {
    const [layer, below] = [layers[at - 1], levels[at - 1]];
    levels.push({ exact, bound: layer && below ? boundAbove(below, layer, exact) : zerosLike(exact) });
  }
  return levels;
}

/** dE/dimage of the element in the middle of a channel of the last level, by the chain rule. */
export function boundedGradient(
  layers: readonly StackLayer[],
  levels: readonly Bounded[],
  channel: number,
): Bounded {
  const top = levels.at(-1)?.exact ?? { shape: [1, 1, 0, 0], data: [] };
  const one = Array.from(top.data, (_, index) => (index === middleIndex(top, channel) ? 1 : 0));
  let slope: Bounded = { exact: { shape: top.shape, data: one }, bound: zerosLike(top) };
  for (let at = levels.length - 1; at > 0; at--) {
    const [layer, input, output] = [layers[at - 1], levels[at - 1], levels[at]];
    if (layer && input && output) slope = slopeBelow(slope, layer, input, output);
  }
  return slope;
}

function boundAbove(below: Bounded, layer: StackLayer, above: NumericTensor): NumericTensor {
  const off = (index: number) => valueAt(below.bound, index);
  switch (layer.kind) {
    case 'correlation': {
      const weight = layerWeight(layer, below.exact.shape[1]);
      const geometry = layerGeometry(layer);
      return sum(
        errorBound(farthest(below), weight, geometry),
        definition.correlate(below.bound, sizes(weight), geometry),
      );
    }
    case 'activation':
      // No slope is steeper than 1.
      return map(above, (y, index) => off(index) + (layer.name === 'tanh' ? stored(y, off(index)) : 0));
    case 'pooling': {
      const windows = poolingWindows(below.exact, layer);
      return map(above, (y, index) => {
        const offs = (windows[index] ?? []).map(off);
        if (layer.method === 'max') return Math.max(...offs);
        const mean = offs.reduce((all, one) => all + one, 0) / offs.length;
        return mean + stored(y, mean);
      });
    }
  }
}

function slopeBelow(slope: Bounded, layer: StackLayer, input: Bounded, output: Bounded): Bounded {
  switch (layer.kind) {
    case 'correlation':
      return throughCorrelation(slope, layer, input);
    case 'activation':
      return throughActivation(slope, layer, output);
    case 'pooling':
      return throughPooling(slope, layer, input);
  }
}

function throughCorrelation(slope: Bounded, layer: CorrelationLayer, { exact: { shape } }: Bounded): Bounded {
  const weight = layerWeight(layer, shape[1]);
  const [size, geometry] = [[shape[2], shape[3]] as const, layerGeometry(layer)];
  return {
    exact: definition.imageGradient(slope.exact, weight, size, geometry),
    bound: sum(
      imageGradientErrorBound(farthest(slope), weight, size, geometry),
      definition.imageGradient(slope.bound, sizes(weight), size, geometry),
    ),
  };
}

function throughActivation(slope: Bounded, { name }: ActivationLayer, output: Bounded): Bounded {
  if (name === 'none') return slope;
  const steepness = (y: number) => (name === 'tanh' ? 1 - y ** 2 : y > 0 ? 1 : 0);
  return {
    exact: map(slope.exact, (g, index) => g * steepness(valueAt(output.exact, index))),
    bound: map(slope.exact, (g, index) => {
      const [y, yOff] = [valueAt(output.exact, index), valueAt(output.bound, index)];
      const off = valueAt(slope.bound, index);
      const most = Math.abs(g) + off;
      if (name === 'relu') return y > yOff ? off : y + yOff > 0 ? most : 0;
      // Of 1 − y²: |(y + e)² − y²|.
      const bent = 2 * Math.abs(y) * yOff + yOff ** 2;
      return off * steepness(y) + most * bent + stored(g, off);
    }),
  };
}

function throughPooling(slope: Bounded, { method, ...window }: PoolingLayer, input: Bounded): Bounded {
  const exact = new Float64Array(input.exact.data.length);
  const bound = new Float64Array(exact.length);
  const add = (to: Float64Array, cell: number, by: number) => {
    to[cell] = (to[cell] ?? NaN) + by;
  };
  for (const [index, cells] of poolingWindows(input.exact, { method, ...window }).entries()) {
    const [g, off] = [valueAt(slope.exact, index), valueAt(slope.bound, index)];
    const takers = method === 'average' ? cells : [firstGreatest(input.exact, cells)];
    const rivals = method === 'average' ? [] : perhapsGreatest(input, cells);
    for (const cell of takers) add(exact, cell, g / takers.length);
    if (rivals.length > 1) for (const cell of rivals) add(bound, cell, Math.abs(g) + off);
    else for (const cell of takers) add(bound, cell, off / takers.length + stored(g, off));
  }
  const { shape } = input.exact;
  return { exact: { shape, data: exact }, bound: { shape, data: bound } };
}

function firstGreatest(values: NumericTensor, cells: readonly number[]): number {
  const greatest = Math.max(...cells.map((cell) => valueAt(values, cell)));
  return cells.find((cell) => valueAt(values, cell) === greatest) ?? NaN;
}

function perhapsGreatest({ exact, bound }: Bounded, cells: readonly number[]): readonly number[] {
  const atLeast = Math.max(...cells.map((cell) => valueAt(exact, cell) - valueAt(bound, cell)));
  return cells.filter((cell) => valueAt(exact, cell) + valueAt(bound, cell) >= atLeast);
}

/** What storing a value that is off by at most `off` rounds. */
function stored(value: number, off: number): number {
  return STORED * (Math.abs(value) + off) + SMALLEST_NORMAL;
}

/** The greatest size that each element can have. */
function farthest({ exact, bound }: Bounded): NumericTensor {
  return map(exact, (value, index) => Math.abs(value) + valueAt(bound, index));
}

function sizes(tensor: NumericTensor): NumericTensor {
  return map(tensor, Math.abs);
}

function sum(one: NumericTensor, other: NumericTensor): NumericTensor {
  return map(one, (value, index) => value + valueAt(other, index));
}

function zerosLike(tensor: NumericTensor): NumericTensor {
  return map(tensor, () => 0);
}

function map(
  { shape, data }: NumericTensor,
  valueOf: (value: number, index: number) => number,
): NumericTensor {
  return { shape, data: Float64Array.from(data, valueOf) };
}

function valueAt({ data }: NumericTensor, index: number): number {
  return data[index] ?? NaN;
}
