/** One layer of a stack, changed: its numbers, its kernels. */
import { centredGrid, type NumberGrid } from './document.ts';
import { LIMITS } from './limits.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  type CorrelationLayer,
  type LayerKind,
  type LayerWeights,
  type StackLayer,
} from './stack.ts';

export const LAYER_NUMBERS = {
  channels: LIMITS.channels,
  'kernel-rows': LIMITS.kernelSide,
  'kernel-columns': LIMITS.kernelSide,
  'layer-stride': LIMITS.stride,
  'layer-padding': LIMITS.padding,
  'layer-dilation': LIMITS.dilation,
  'pooling-size': LIMITS.kernelSide,
  'pooling-stride': LIMITS.stride,
} as const;
export type LayerNumber = keyof typeof LAYER_NUMBERS;

/** What a layer of a kind begins as; its seed is not that of the layers before. */
export function newLayer(kind: LayerKind, layers: readonly StackLayer[]): StackLayer {
  switch (kind) {
    case 'correlation':
      return makeCorrelation({ kernel: [2, 2], weights: { kind: 'torch', seed: layers.length } });
    case 'pooling':
      return makePooling('max');
    case 'activation':
      return makeActivation('relu');
  }
}

/** Numbers that the layer does not have change nothing. */
export function withNumber(layer: StackLayer, field: LayerNumber, value: number): StackLayer {
  if (layer.kind === 'pooling') {
    if (field === 'pooling-size') return { ...layer, size: value };
    return field === 'pooling-stride' ? { ...layer, stride: value } : layer;
  }
  if (layer.kind !== 'correlation') return layer;
  switch (field) {
    case 'channels':
      return { ...layer, channels: value, weights: withChannels(layer.weights, value) };
    case 'kernel-rows':
      return withKernelSize(layer, value, layer.kernel[1]);
    case 'kernel-columns':
      return withKernelSize(layer, layer.kernel[0], value);
    case 'layer-stride':
      return { ...layer, stride: value };
    case 'layer-padding':
      return { ...layer, padding: value };
    case 'layer-dilation':
      return { ...layer, dilation: value };
    default:
      return layer;
  }
}

/** `kernel` for the map `channel` that goes out, the `present` ones for the others; all get the size of the largest. */
export function withKernel(
  layer: CorrelationLayer,
  present: readonly NumberGrid[],
  channel: number,
  kernel: NumberGrid,
): CorrelationLayer {
  if (channel >= present.length) return layer;
  const kernels = present.with(channel, kernel);
  const [rows, columns] = kernels.length > 1 ? layer.kernel : [1, 1];
  const size = { rows: Math.max(kernel.rows, rows), columns: Math.max(kernel.columns, columns) };
  return {
    ...layer,
    kernel: [size.rows, size.columns],
    weights: { kind: 'typed', kernels: kernels.map((each) => centredGrid(each, size)) },
  };
}

/** Kernels that come in addition are the last one's copies. */
function withChannels(weights: LayerWeights, channels: number): LayerWeights {
  if (weights.kind === 'torch') return weights;
  const last = weights.kernels.at(-1);
  const more = last ? Array<NumberGrid>(Math.max(0, channels - weights.kernels.length)).fill(last) : [];
  return { kind: 'typed', kernels: [...weights.kernels.slice(0, channels), ...more] };
}

function withKernelSize(layer: CorrelationLayer, rows: number, columns: number): CorrelationLayer {
  const { weights } = layer;
  if (weights.kind === 'torch') return { ...layer, kernel: [rows, columns] };
  const kernels = weights.kernels.map((kernel) => centredGrid(kernel, { rows, columns }));
  return { ...layer, kernel: [rows, columns], weights: { kind: 'typed', kernels } };
}
