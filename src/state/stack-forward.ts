/** A stack forwards and backwards: correlations on an engine, what stands between them here. */
import { runStack, type Engine, type Geometry, type StackStep, type Tensor4 } from '../engine/index.ts';
import { activationGradient } from '../math/stack/activation.ts';
import { planStack, type CorrelationShape } from '../math/stack/layer.ts';
import { poolGradient } from '../math/stack/pooling.ts';
import { elementCount } from '../math/tensor.ts';
import { gridTensor, type NumberGrid } from './document.ts';
import { stackImage, type StackLayer } from './stack.ts';
import { layerWeight } from './layer-weight.ts';

export type StackEngine = Pick<Engine, 'correlate' | 'imageGradient'>;

/** The image and every layer's feature maps, `[1, channels, height, width]`; it ends before a layer that cannot be. */
export async function forwardStack(
  engine: StackEngine,
  image: NumberGrid,
  layers: readonly StackLayer[],
): Promise<readonly Tensor4[]> {
  const input = gridTensor(image);
  const { shapes } = planStack(stackImage(image), layers);
  const possible = layers.slice(0, shapes.length - 1);
  const steps = possible.map((layer, index) => stepOf(layer, shapes[index]?.[0] ?? 1));
  return [input, ...(await runStack(engine, input, steps))];
}

/** The element in the middle of a map; of an even side the one after the middle. */
export function middleOf([, , rows, columns]: Tensor4['shape']): readonly [row: number, column: number] {
  return [Math.floor(rows / 2), Math.floor(columns / 2)];
}

/**
 * dL/dimage for L = the element in the middle of channel `channel` of the last level: how strongly each cell of the image
 * changes it. `levels` are those of `forwardStack` for the same layers.
 */
export async function middleGradient(
  engine: StackEngine,
  layers: readonly StackLayer[],
  levels: readonly Tensor4[],
  channel: number,
): Promise<Tensor4> {
  const top = levels.at(-1);
  if (!top) throw new RangeError('a stack has at least its image');
  let upstream: Tensor4 = { shape: top.shape, data: new Float32Array(elementCount(top.shape)) };
  const [row, column] = middleOf(top.shape);
  upstream.data[(channel * top.shape[2] + row) * top.shape[3] + column] = 1;
  for (let at = levels.length - 1; at > 0; at--) {
    const [layer, input, output] = [layers[at - 1], levels[at - 1], levels[at]];
    if (layer && input && output) upstream = await backwardLayer(engine, layer, upstream, input, output);
  }
  return upstream;
}

/** The layer as an engine takes it, for `channels` maps that come in. */
function stepOf(layer: StackLayer, channels: number): StackStep {
  if (layer.kind !== 'correlation') return layer;
  return { kind: 'correlation', kernel: layerWeight(layer, channels), geometry: geometryOf(layer) };
}

function backwardLayer(
  engine: StackEngine,
  layer: StackLayer,
  upstream: Tensor4,
  input: Tensor4,
  output: Tensor4,
): Promise<Tensor4> | Tensor4 {
  switch (layer.kind) {
    case 'correlation': {
      const [, channels, height, width] = input.shape;
      const weight = layerWeight(layer, channels);
      return engine.imageGradient(upstream, weight, [height, width], geometryOf(layer));
    }
    case 'pooling':
      return poolGradient(upstream, input, layer);
    case 'activation':
      return activationGradient(upstream, output, layer.name);
  }
}

function geometryOf({ stride, padding, dilation }: CorrelationShape): Partial<Geometry> {
  return {
    stride: [stride, stride],
    padding: [padding, padding, padding, padding],
    dilation: [dilation, dilation],
  };
}
