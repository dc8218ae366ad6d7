/** The first layers of a known network as a stack of scene 4, and what of them a stack cannot hold. */
import { makeExample } from '../math/picture/examples.ts';
import type { NetworkKey } from '../math/stack/network-names.ts';
import { knownNetwork, type NamedLayer } from '../math/stack/networks.ts';
import { planStack } from '../math/stack/layer.ts';
import type { NumberGrid } from './document.ts';
import { LIMITS } from './limits.ts';
import { makeCorrelation, makePooling, stackImage, type StackLayer } from './stack.ts';

export interface NetworkStack {
  readonly image: NumberGrid;
  readonly layers: readonly StackLayer[];
  readonly cuts: NetworkCuts;
}

/** What of a network a stack does without, `[kept, of the network]`; null where all is there. */
export interface NetworkCuts {
  /** Of those that the table of the network has. */
  readonly layers: readonly [kept: number, all: number] | null;
  /** Feature maps of a layer, at most. */
  readonly maps: readonly [kept: number, all: number] | null;
  readonly side: readonly [kept: number, all: number] | null;
  /** Poolings of a stack have no padding. */
  readonly poolingPadding: boolean;
}

/** Weights are PyTorch's of a seed, there are no activations; it ends before a layer that a small image cannot go through. */
export function networkStack(key: NetworkKey): NetworkStack {
  const { input, pooling, layers: all } = knownNetwork(key);
  const side = Math.min(input, LIMITS.imageSide.maximum);
  const image: NumberGrid = { rows: side, columns: side, values: makeExample('hills', side) };
  const made = all.slice(0, LIMITS.layers.maximum).map((layer, seed) => stackLayer(layer, pooling, seed));
  const layers = made.slice(0, planStack(stackImage(image), made).shapes.length - 1);
  const kept = all.slice(0, layers.length);
  const maps = Math.max(...kept.map((layer) => layer.maps ?? 0));
  return {
    image,
    layers,
    cuts: {
      layers: cut(layers.length, all.length),
      maps: cut(Math.min(maps, LIMITS.channels.maximum), maps),
      side: cut(side, input),
      poolingPadding: kept.some((layer) => layer.maps === null && layer.padding > 0),
    },
  };
}

function cut(kept: number, all: number): readonly [number, number] | null {
  return kept < all ? [kept, all] : null;
}

function stackLayer(
  { maps, kernel, stride, padding }: NamedLayer,
  pooling: 'max' | 'average',
  seed: number,
): StackLayer {
  if (maps === null) return makePooling(pooling, kernel, stride);
  const channels = Math.min(maps, LIMITS.channels.maximum);
  return makeCorrelation({
    kernel: [kernel, kernel],
    stride,
    padding,
    channels,
    weights: { kind: 'torch', seed },
  });
}
