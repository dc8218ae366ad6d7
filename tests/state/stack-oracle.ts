/** A stack in float64, straight from the definition of each layer: what the engines must agree with. */
import { correlate } from '../../src/math/definition.ts';
import type { Geometry } from '../../src/math/geometry.ts';
import type { CorrelationShape, PoolingLayer } from '../../src/math/stack/layer.ts';
import type { NumericTensor } from '../../src/math/tensor.ts';
import type { NumberGrid } from '../../src/state/document.ts';
import { type StackLayer } from '../../src/state/stack.ts';
import { layerWeight } from '../../src/state/layer-weight.ts';

export function oracleLevels(image: NumberGrid, layers: readonly StackLayer[]): readonly NumericTensor[] {
  const levels: NumericTensor[] = [{ shape: [1, 1, image.rows, image.columns], data: image.values }];
  for (const layer of layers) {
    const input = levels.at(-1);
    if (input) levels.push(layerOutput(input, layer));
  }
  return levels;
}

/** dE/dimage of the element in the middle of a channel of the last level, by central differences. */
export function oracleGradient(
  image: NumberGrid,
  layers: readonly StackLayer[],
  channel: number,
): readonly number[] {
  const step = 1e-5;
  const element = (values: readonly number[]): number => {
    const top = oracleLevels({ ...image, values }, layers).at(-1);
    return top?.data[middleIndex(top, channel)] ?? NaN;
  };
  return image.values.map((value, index) => {
    const moved = (by: number) => element(image.values.with(index, value + by));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

/** The element in the middle of a channel; of an even side the one after the middle. */
export function middleIndex({ shape: [, , rows, columns] }: NumericTensor, channel: number): number {
  return (channel * rows + Math.floor(rows / 2)) * columns + Math.floor(columns / 2);
}

export function layerGeometry({ stride: s, padding: p, dilation: d }: CorrelationShape): Partial<Geometry> {
  return { stride: [s, s], padding: [p, p, p, p], dilation: [d, d] };
}

/** For each element of a pooling's output the cells of its window, row by row. */
export function poolingWindows(
  { shape: [, channels, height, width] }: NumericTensor,
  { size, stride }: PoolingLayer,
): readonly (readonly number[])[] {
  const [rows, columns] = [pooledLength(height, size, stride), pooledLength(width, size, stride)];
  return Array.from({ length: channels * rows * columns }, (_, index) => {
    const [map, row, column] = [
      Math.floor(index / rows / columns),
      Math.floor(index / columns) % rows,
      index % columns,
    ];
    return Array.from({ length: size * size }, (__, cell) => {
      const y = row * stride + Math.floor(cell / size);
      return (map * height + y) * width + column * stride + (cell % size);
    });
  });
}

function layerOutput(input: NumericTensor, layer: StackLayer): NumericTensor {
  switch (layer.kind) {
    case 'correlation':
      return correlate(input, layerWeight(layer, input.shape[1]), layerGeometry(layer));
    case 'activation': {
      const apply = { none: (x: number) => x, relu: (x: number) => (x > 0 ? x : 0), tanh: Math.tanh }[
        layer.name
      ];
      return { shape: input.shape, data: Array.from(input.data, apply) };
    }
    case 'pooling':
      return pooled(input, layer);
  }
}

function pooled(input: NumericTensor, layer: PoolingLayer): NumericTensor {
  const { method, size, stride } = layer;
  const [, channels, height, width] = input.shape;
  const data = poolingWindows(input, layer).map((window) => {
    const cells = window.map((cell) => input.data[cell] ?? NaN);
    return method === 'max' ? Math.max(...cells) : cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  });
  const shape = [1, channels, pooledLength(height, size, stride), pooledLength(width, size, stride)] as const;
  return { shape, data };
}

function pooledLength(length: number, size: number, stride: number): number {
  return Math.floor((length - size) / stride) + 1;
}
