/** Edits of scene 4: its image, its layers, and the stack of "deeper for wider". Layers are counted from 0. */
import type { ActivationName, PoolingMethod } from '../../math/stack/layer.ts';
import {
  defineAction,
  type ActionName,
  type ImageEdit,
  type KernelEdit,
  type NamedAction,
} from '../action.ts';
import { centredGrid, type NumberGrid } from '../document.ts';
import { requireImage, requireKernel, withCell, type CellInput } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { kernelsOn } from '../layer-weight.ts';
import {
  channelsInto,
  makeActivation,
  makeCorrelation,
  makePooling,
  type CorrelationLayer,
  type DepthView,
  type LayerKind,
  type LayerWeights,
  type ReceptivePart,
  type StackLayer,
} from '../stack.ts';
import { stackExample, type StackExample } from '../stack-examples.ts';

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

/** Puts a new layer in the place `at`; throws InputError when there are as many as there can be. */
export const addLayer = editLayers<{ readonly at: number; readonly kind: LayerKind }>(
  'add-layer',
  (layers, { at, kind }) => {
    requireInRange('layers', layers.length + 1, LIMITS.layers);
    return layers.toSpliced(at, 0, newLayer(kind, layers));
  },
);

/** Throws InputError when it is the only one. */
export const removeLayer = editLayers<number>('remove-layer', (layers, at) => {
  requireInRange('layers', layers.length - 1, LIMITS.layers);
  return layers.toSpliced(at, 1);
});

export const moveLayer = editLayers<{ readonly from: number; readonly to: number }>(
  'move-layer',
  (layers, { from, to }) => {
    const layer = layers[from];
    return layer && to in layers ? layers.toSpliced(from, 1).toSpliced(to, 0, layer) : layers;
  },
);

/** Another kind of layer in the same place. */
export const setLayerKind = editLayers<{ readonly at: number; readonly kind: LayerKind }>(
  'edit-layer',
  (layers, { at, kind }) =>
    withLayer(layers, at, (layer) => (layer.kind === kind ? layer : newLayer(kind, layers))),
);

/** Throws InputError for a number outside its range; numbers that the layer does not have change nothing. */
export const setLayerNumber = editLayers<{
  readonly at: number;
  readonly field: LayerNumber;
  readonly value: number;
}>('edit-layer', (layers, { at, field, value }) => {
  requireInRange(field, value, LAYER_NUMBERS[field]);
  return withLayer(layers, at, (layer) => withNumber(layer, field, value));
});

export const setActivation = editLayers<{ readonly at: number; readonly name: ActivationName }>(
  'edit-layer',
  (layers, { at, name }) =>
    withLayer(layers, at, (layer) => (layer.kind === 'activation' ? makeActivation(name) : layer)),
);

export const setPoolingMethod = editLayers<{ readonly at: number; readonly method: PoolingMethod }>(
  'edit-layer',
  (layers, { at, method }) =>
    withLayer(layers, at, (layer) => (layer.kind === 'pooling' ? { ...layer, method } : layer)),
);

/** PyTorch's weights of a seed; throws InputError for a seed outside its range. */
export const setLayerSeed = editLayers<{ readonly at: number; readonly seed: number }>(
  'set-layer-weights',
  (layers, { at, seed }) => {
    requireInRange('seed', seed, LIMITS.seed);
    return withCorrelation(layers, at, (layer) => ({ ...layer, weights: { kind: 'torch', seed } }));
  },
);

/** A kernel of the layer `at`, for the map `channel` that goes out and the map `input` that comes in. */
export interface KernelPlace {
  readonly at: number;
  readonly channel: number;
  readonly input: number;
}

/**
 * A kernel for one channel; the layer takes its size, and with several channels the larger of both. Kernels that are given
 * are one a channel: of a seed's the others on `input` stay, and all are laid on every map that comes in.
 */
export function replaceLayerKernel(place: KernelPlace) {
  return (name: KernelEdit): NamedAction<NumberGrid> =>
    editLayers(name, (layers, kernel) => {
      requireKernel(kernel, 'kernel');
      return withCorrelation(layers, place.at, (layer) =>
        withKernel(
          layer,
          kernelsOn(layer, channelsInto(layers, place.at), place.input),
          place.channel,
          kernel,
        ),
      );
    });
}

/** One weight of a kernel, otherwise as `replaceLayerKernel`; throws InputError for a value outside its range. */
export const setLayerCell = editLayers<CellInput & KernelPlace>(
  'set-layer-weights',
  (layers, { at, channel, input, ...cell }) =>
    withCorrelation(layers, at, (layer) => {
      const kernels = kernelsOn(layer, channelsInto(layers, at), input);
      const kernel = kernels[channel];
      if (!kernel) return layer;
      const typed = withCell(kernel, cell, 'kernel', LIMITS.weight);
      return { ...layer, weights: { kind: 'typed', kernels: kernels.with(channel, typed) } };
    }),
);

export const useStackExample = editPart<StackExample>('example-stack', (part, name) => ({
  ...part,
  ...stackExample(name),
}));

/** As many layers of one kernel size as "deeper for wider" has, in place of the present ones. */
export const useDepth = editLayers<DepthView>('example-stack', (_, { layers, kernel }) =>
  Array.from({ length: layers }, (__, seed) =>
    makeCorrelation({ kernel: [kernel, kernel], weights: { kind: 'torch', seed } }),
  ),
);

/** Throws InputError for numbers outside their ranges. */
export const setDepth = editPart<DepthView>('set-depth', (part, { layers, kernel }) => {
  requireInRange('depth', layers, LIMITS.layers);
  requireInRange('depth-kernel', kernel, LIMITS.depthKernel);
  return { ...part, depth: { layers, kernel } };
});

/** Throws InputError for a number outside its range. */
export const setDraws = editPart<number>('set-draws', (part, draws) => {
  requireInRange('draws', draws, LIMITS.draws);
  return { ...part, draws };
});

/** Another image; throws InputError for one outside its ranges. */
export function replaceStackImage(name: ImageEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, image) => ({ ...part, image: requireImage(image, LIMITS.value) }));
}

function newLayer(kind: LayerKind, layers: readonly StackLayer[]): StackLayer {
  switch (kind) {
    case 'correlation':
      return makeCorrelation({ kernel: [2, 2], weights: { kind: 'torch', seed: layers.length } });
    case 'pooling':
      return makePooling('max');
    case 'activation':
      return makeActivation('relu');
  }
}

function withNumber(layer: StackLayer, field: LayerNumber, value: number): StackLayer {
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

function withKernel(
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

function withLayer(
  layers: readonly StackLayer[],
  at: number,
  edit: (layer: StackLayer) => StackLayer,
): readonly StackLayer[] {
  const layer = layers[at];
  return layer ? layers.with(at, edit(layer)) : layers;
}

function withCorrelation(
  layers: readonly StackLayer[],
  at: number,
  edit: (layer: CorrelationLayer) => CorrelationLayer,
): readonly StackLayer[] {
  return withLayer(layers, at, (layer) => (layer.kind === 'correlation' ? edit(layer) : layer));
}

function editLayers<Input>(
  name: ActionName,
  edit: (layers: readonly StackLayer[], input: Input) => readonly StackLayer[],
): NamedAction<Input> {
  return editPart(name, (part, input) => ({ ...part, layers: edit(part.layers, input) }));
}

function editPart<Input>(
  name: ActionName,
  edit: (part: ReceptivePart, input: Input) => ReceptivePart,
): NamedAction<Input> {
  return defineAction(name, (document, input) => ({
    ...document,
    receptive: edit(document.receptive, input),
  }));
}
