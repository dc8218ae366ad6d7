/** The weights of a layer of scene 4 as an engine takes them. */
import { conv2dWeight } from '../math/random.ts';
import { makeTensor, type Shape4, type Tensor4 } from '../math/tensor.ts';
import type { CorrelationLayer } from './stack.ts';

/** `[out, in, height, width]` of a layer that gets `channels` maps. */
export function layerWeight(layer: CorrelationLayer, channels: number): Tensor4 {
  const shape: Shape4 = [layer.channels, channels, ...layer.kernel];
  const { weights } = layer;
  if (weights.kind === 'torch') return { shape, data: conv2dWeight(weights.seed, shape) };
  const values = weights.kernels.flatMap((kernel) =>
    Array.from({ length: channels }, () => kernel.values).flat(),
  );
  return makeTensor(shape, values);
}
