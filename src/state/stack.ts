/** Scene 4: an image and the layers that it goes through, as the document holds them. */
import type { ActivationLayer, CorrelationShape, MapShape, PoolingLayer } from '../math/stack/layer.ts';
import type { StackPlace } from '../math/stack/links.ts';
import type { NetworkKey } from '../math/stack/network-names.ts';
import type { NumberGrid } from './document.ts';

export type LayerWeights =
  /** As `nn.Conv2d` starts with right after `torch.manual_seed(seed)`. */
  | { readonly kind: 'torch'; readonly seed: number }
  /** A kernel a channel that goes out, laid on every channel that comes in; the results are added. */
  | { readonly kind: 'typed'; readonly kernels: readonly NumberGrid[] };

export interface CorrelationLayer extends CorrelationShape {
  readonly weights: LayerWeights;
}

export type StackLayer = CorrelationLayer | PoolingLayer | ActivationLayer;
export type LayerKind = StackLayer['kind'];

/** "Deeper for wider": so many layers with square kernels of this side. */
export interface DepthView {
  readonly layers: number;
  readonly kernel: number;
}

/** Scene 4. A stack may be impossible from some layer on: it is computed as far as it goes. */
export interface ReceptivePart {
  readonly image: NumberGrid;
  readonly layers: readonly StackLayer[];
  readonly depth: DepthView;
  /** The effective field is averaged over so many draws of the seeded weights. */
  readonly draws: number;
  /** Whose fields the table of known networks shows. */
  readonly network: NetworkKey;
  /** The element whose field is shown while none is pointed at; of no effect while the stack has no such element. */
  readonly pinned: StackPlace | null;
}

/** With its keys in one fixed order. */
export function makeCorrelation(
  shape: Partial<Omit<CorrelationLayer, 'kind'>> & Pick<CorrelationLayer, 'kernel' | 'weights'>,
): CorrelationLayer {
  const { kernel, stride = 1, padding = 0, dilation = 1, channels = 1, weights } = shape;
  return { kind: 'correlation', kernel, stride, padding, dilation, channels, weights };
}

export function makePooling(method: PoolingLayer['method'], size = 2, stride = size): PoolingLayer {
  return { kind: 'pooling', method, size, stride };
}

export function makeActivation(name: ActivationLayer['name']): ActivationLayer {
  return { kind: 'activation', name };
}

/** A layer whose kernels are given, all of one size. */
export function typedLayer(
  kernels: readonly NumberGrid[],
  more: Partial<Omit<CorrelationShape, 'kind' | 'kernel' | 'channels'>> = {},
): CorrelationLayer {
  const { rows = 1, columns = 1 } = kernels[0] ?? {};
  return makeCorrelation({
    ...more,
    kernel: [rows, columns],
    channels: kernels.length,
    weights: { kind: 'typed', kernels },
  });
}

/** Maps that come into the layer `at`: correlations set their number, and the image is one. */
export function channelsInto(layers: readonly StackLayer[], at: number): number {
  const before = layers
    .slice(0, at)
    .findLast((layer): layer is CorrelationLayer => layer.kind === 'correlation');
  return before?.channels ?? 1;
}

export function stackImage({ rows, columns }: NumberGrid): MapShape {
  return [1, rows, columns];
}

/** Whether other draws of the weights make another stack. */
export function hasSeeds(layers: readonly StackLayer[]): boolean {
  return layers.some((layer) => layer.kind === 'correlation' && layer.weights.kind === 'torch');
}

/** The same stack with other seeds, `draw` seeds on; typed kernels stay. */
export function reseeded(layers: readonly StackLayer[], draw: number): readonly StackLayer[] {
  return layers.map((layer) => {
    if (layer.kind !== 'correlation' || layer.weights.kind !== 'torch') return layer;
    // Apart, so that draws of one layer are not those of the next.
    const seed = (layer.weights.seed + 1000 * draw) % 2 ** 32;
    return { ...layer, weights: { kind: 'torch', seed } };
  });
}
