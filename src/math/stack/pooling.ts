/** Pooling without padding, as `max_pool2d` and `avg_pool2d` of PyTorch: each map by itself. */
import { elementCount, type Shape4, type Tensor4 } from '../tensor.ts';
import type { PoolingLayer } from './layer.ts';

/** Throws RangeError for a window larger than the maps. */
export function pool(input: Tensor4, layer: PoolingLayer): Tensor4 {
  const shape = pooledShape(input.shape, layer);
  const data = new Float32Array(elementCount(shape));
  forEachWindow(input.shape, shape, layer, (output, cells) => {
    data[output] =
      layer.method === 'max' ? (input.data[greatest(input.data, cells)] ?? 0) : mean(input.data, cells);
  });
  return { shape, data };
}

/** dL/dinput: to the first greatest cell of each window, or to all of its cells in equal parts. */
export function poolGradient(upstream: Tensor4, input: Tensor4, layer: PoolingLayer): Tensor4 {
  const sums = new Float64Array(input.data.length);
  forEachWindow(input.shape, upstream.shape, layer, (output, cells) => {
    const slope = upstream.data[output] ?? 0;
    const to = layer.method === 'max' ? [greatest(input.data, cells)] : cells;
    for (const cell of to) sums[cell] = (sums[cell] ?? 0) + slope / to.length;
  });
  return { shape: input.shape, data: Float32Array.from(sums) };
}

/** Throws RangeError for a window larger than the maps. */
export function pooledShape(
  [batch, channels, height, width]: Shape4,
  { size, stride }: PoolingLayer,
): Shape4 {
  if (size > height || size > width) throw new RangeError(`a window of ${String(size)} does not fit`);
  return [batch, channels, Math.floor((height - size) / stride) + 1, Math.floor((width - size) / stride) + 1];
}

/** Visits the windows in the order of the output; the list of cells is the same array each time. */
function forEachWindow(
  [batch, channels, height, width]: Shape4,
  [, , rows, columns]: Shape4,
  { size, stride }: PoolingLayer,
  visit: (output: number, cells: readonly number[]) => void,
): void {
  const cells = new Array<number>(size * size).fill(0);
  let output = 0;
  for (let map = 0; map < batch * channels; map++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const corner = (map * height + row * stride) * width + column * stride;
        for (let cell = 0; cell < cells.length; cell++) {
          cells[cell] = corner + Math.floor(cell / size) * width + (cell % size);
        }
        visit(output++, cells);
      }
    }
  }
}

function greatest(data: Float32Array, cells: readonly number[]): number {
  let best = cells[0] ?? 0;
  for (const cell of cells) if ((data[cell] ?? 0) > (data[best] ?? 0)) best = cell;
  return best;
}

function mean(data: Float32Array, cells: readonly number[]): number {
  let sum = 0;
  for (const cell of cells) sum += data[cell] ?? 0;
  return sum / cells.length;
}
