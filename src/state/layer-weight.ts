/** The weights of a layer of scene 4: as an engine takes them, and as numbers to read and edit. */
import { conv2dWeight } from '../math/random.ts';
import { makeTensor, type Shape4, type Tensor4 } from '../math/tensor.ts';
import type { NumberGrid } from './document.ts';
import type { CorrelationLayer } from './stack.ts';

/** Layers are never changed in place, and a stroke of the brush asks for the weights of all of them at every cell. */
const known = new WeakMap<CorrelationLayer, Tensor4>();

/** `[out, in, height, width]` of a layer that gets `channels` maps; not to be written to. */
export function layerWeight(layer: CorrelationLayer, channels: number): Tensor4 {
  const found = known.get(layer);
  if (found?.shape[1] === channels) return found;
  const made = makeWeight(layer, channels);
  known.set(layer, made);
  return made;
}

/** The kernels that lie on the map `input` (counted from 0) of `channels`, one for each map that goes out. */
export function kernelsOn(layer: CorrelationLayer, channels: number, input: number): readonly NumberGrid[] {
  const [rows, columns] = layer.kernel;
  const cells = rows * columns;
  const { weights } = layer;
  if (weights.kind === 'typed') return weights.kernels;
  const { data } = layerWeight(layer, channels);
  return Array.from({ length: layer.channels }, (_, channel) => {
    const from = (channel * channels + Math.min(input, channels - 1)) * cells;
    return { rows, columns, values: [...data.subarray(from, from + cells)] };
  });
}

function makeWeight(layer: CorrelationLayer, channels: number): Tensor4 {
  const shape: Shape4 = [layer.channels, channels, ...layer.kernel];
  const { weights } = layer;
  if (weights.kind === 'torch') return { shape, data: conv2dWeight(weights.seed, shape) };
  const values = weights.kernels.flatMap((kernel) =>
    Array.from({ length: channels }, () => kernel.values).flat(),
  );
  return makeTensor(shape, values);
}
