/** Edits of scene 4: its image, its layers, and the stack of "deeper for wider". Layers are counted from 0. */
import { planStack, type ActivationName, type PoolingMethod } from '../../math/stack/layer.ts';
import type { StackPlace } from '../../math/stack/links.ts';
import type { NetworkKey } from '../../math/stack/network-names.ts';
import {
  defineAction,
  type ActionName,
  type ImageEdit,
  type KernelEdit,
  type NamedAction,
} from '../action.ts';
import { centredGrid, type NumberGrid } from '../document.ts';
import {
  requireImage,
  requireKernel,
  withCell,
  withPainted,
  type CellInput,
  type PaintInput,
} from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { kernelsOn } from '../layer-weight.ts';
import {
  channelsInto,
  makeActivation,
  makeCorrelation,
  stackImage,
  type CorrelationLayer,
  type DepthView,
  type LayerKind,
  type ReceptivePart,
  type StackLayer,
} from '../stack.ts';
import { LAYER_NUMBERS, newLayer, withKernel, withNumber, type LayerNumber } from '../layer-edit.ts';
import { networkStack } from '../network-stack.ts';
import { stackFixes, type StackFix } from '../stack-fixes.ts';
import { stackExample, type StackExample } from '../stack-examples.ts';

export { LAYER_NUMBERS, type LayerNumber };

/** Puts a new layer in the place `at`; throws InputError when there are as many as there can be. */
export const addLayer = editPart<{ readonly at: number; readonly kind: LayerKind }>(
  'add-layer',
  (part, { at, kind }) => {
    const { image, layers } = part;
    requireInRange('layers', layers.length + 1, LIMITS.layers);
    const added = layers.toSpliced(at, 0, newLayer(kind, layers));
    // Maps of one cell have room for a kernel only with padding.
    const [padding] = stackFixes(image, added).filter((fix) => fix.kind === 'padding');
    const isToBlame = planStack(stackImage(image), added).faultAt === at;
    return { ...part, layers: padding && isToBlame ? withFix(added, at, padding) : added };
  },
);

/** Makes the layer `at` fit; see `stackFixes`. An image that grows has its new cells, 0, around it. */
export const fixStack = editPart<{ readonly at: number; readonly fix: StackFix }>(
  'fix-stack',
  (part, { at, fix }) =>
    fix.kind === 'image'
      ? { ...part, image: requireImage(centredGrid(part.image, fix), LIMITS.value) }
      : { ...part, layers: withFix(part.layers, at, fix) },
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
  pinned: null,
}));

/**
 * As many layers of one kernel size as "deeper for wider" has, in place of the present ones. An image that is too small for
 * them grows to the least side that they can go through, the new cells being 0 around it.
 */
export const useDepth = editPart<DepthView>('example-stack', (part, { layers, kernel }) => {
  const side = layers * (kernel - 1) + 1;
  const { image } = part;
  const size = { rows: Math.max(image.rows, side), columns: Math.max(image.columns, side) };
  return {
    ...part,
    image: centredGrid(image, size),
    layers: Array.from({ length: layers }, (__, seed) =>
      makeCorrelation({ kernel: [kernel, kernel], weights: { kind: 'torch', seed } }),
    ),
    pinned: null,
  };
});

/** The first layers of a known network, as many as a stack holds; see `networkStack`. */
export const useNetwork = editPart<NetworkKey>('example-stack', (part, network) => {
  const { image, layers } = networkStack(network);
  return { ...part, image, layers, network, pinned: null };
});

export const setNetwork = editPart<NetworkKey>('set-network', (part, network) => ({ ...part, network }));

/** Null for none. Throws InputError for a number outside its range. */
export const pinElement = editPart<StackPlace | null>('pin-element', (part, place) => {
  if (!place) return { ...part, pinned: null };
  const { level, channel, row, column } = place;
  for (const number of [level, channel, row, column]) requireInRange('pinned', number, LIMITS.place);
  return { ...part, pinned: { level, channel, row, column } };
});

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

/** In any value that an image can hold. */
export const paintStackImage = editPart<PaintInput>('paint', (part, input) => ({
  ...part,
  image: withPainted(part.image, input, LIMITS.value),
}));

export const setStackImageCell = editPart<CellInput>('set-image-cell', (part, input) => ({
  ...part,
  image: withCell(part.image, input, 'image', LIMITS.value),
}));

/** Another image; throws InputError for one outside its ranges. */
export function replaceStackImage(name: ImageEdit): NamedAction<NumberGrid> {
  return editPart(name, (part, image) => ({ ...part, image: requireImage(image, LIMITS.value) }));
}

function withFix(
  layers: readonly StackLayer[],
  at: number,
  fix: Exclude<StackFix, { kind: 'image' }>,
): readonly StackLayer[] {
  const edits: readonly (readonly [LayerNumber, number])[] =
    fix.kind === 'kernel'
      ? [
          ['kernel-rows', fix.rows],
          ['kernel-columns', fix.columns],
          ['pooling-size', fix.rows],
        ]
      : [[`layer-${fix.kind}`, fix.value]];
  return edits.reduce((all, [field, value]) => {
    requireInRange(field, value, LAYER_NUMBERS[field]);
    return withLayer(all, at, (layer) => withNumber(layer, field, value));
  }, layers);
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
