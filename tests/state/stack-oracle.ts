/** A stack in float64, straight from the definition of each layer: what the engines must agree with. */
import { correlate } from '../../src/math/definition.ts';
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
    const [, , rows = 0, columns = 0] = top?.shape ?? [];
    return top?.data[(channel * rows + Math.floor(rows / 2)) * columns + Math.floor(columns / 2)] ?? NaN;
  };
  return image.values.map((value, index) => {
    const moved = (by: number) => element(image.values.with(index, value + by));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

function layerOutput(input: NumericTensor, layer: StackLayer): NumericTensor {
  switch (layer.kind) {
    case 'correlation': {
      const { stride: s, padding: p, dilation: d } = layer;
      const geometry = { stride: [s, s], padding: [p, p, p, p], dilation: [d, d] } as const;
      return correlate(input, layerWeight(layer, input.shape[1]), geometry);
    }
    case 'activation': {
      const apply = { none: (x: number) => x, relu: (x: number) => (x > 0 ? x : 0), tanh: Math.tanh }[
        layer.name
      ];
      return { shape: input.shape, data: Array.from(input.data, apply) };
    }
    case 'pooling':
      return pooled(input, layer.method, layer.size, layer.stride);
  }
}

function pooled({ shape, data }: NumericTensor, method: string, size: number, stride: number): NumericTensor {
  const [, channels, height, width] = shape;
  const rows = Math.floor((height - size) / stride) + 1;
  const columns = Math.floor((width - size) / stride) + 1;
  const values = Array.from({ length: channels * rows * columns }, (_, index) => {
    const [map, row, column] = [
      Math.floor(index / rows / columns),
      Math.floor(index / columns) % rows,
      index % columns,
    ];
    const cells = Array.from({ length: size * size }, (__, cell) => {
      const y = row * stride + Math.floor(cell / size);
      return data[(map * height + y) * width + column * stride + (cell % size)] ?? NaN;
    });
    return method === 'max' ? Math.max(...cells) : cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
  });
  return { shape: [1, channels, rows, columns], data: values };
}
