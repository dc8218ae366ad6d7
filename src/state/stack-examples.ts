/** Stacks to begin with, each with an image that suits it. */
import { PRESETS, type PresetName, DEFAULT_PARAMETERS } from '../math/kernels/preset.ts';
import { makeExample, type ExamplePicture } from '../math/picture/examples.ts';
import { DEFAULT_RECEPTIVE, type NumberGrid } from './document.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  typedLayer,
  type ReceptivePart,
  type StackLayer,
} from './stack.ts';

type Example = Pick<ReceptivePart, 'image' | 'layers'>;

export const STACK_EXAMPLES = ['article', 'padded', 'edges', 'dilated', 'lenet', 'deep'] as const;
export type StackExample = (typeof STACK_EXAMPLES)[number];

export function stackExample(name: StackExample): Example {
  return EXAMPLES[name]();
}

const EXAMPLES: Readonly<Record<StackExample, () => Example>> = {
  /** The article's §4: 3×3 → 2×2 → 1×1; the first layer gives its 19, 25, 37, 43. */
  article: () => ({ image: DEFAULT_RECEPTIVE.image, layers: DEFAULT_RECEPTIVE.layers }),

  /** Padding lets three layers of 3×3 see 7×7, more than the image has. */
  padded: () => ({ image: picture('disc', 5), layers: [1, 2, 3].map((seed) => square(3, seed, 1)) }),

  edges: () => ({
    image: picture('ring', 24),
    layers: [
      typedLayer([preset('sobel'), preset('sobel-down')], { padding: 1 }),
      makeActivation('relu'),
      makePooling('max'),
      typedLayer([preset('gaussian')]),
    ],
  }),

  /** The dilation doubles from layer to layer, and so does the field (Yu & Koltun 2016). */
  dilated: () => ({
    image: picture('smiley', 31),
    layers: [1, 2, 4, 8].map((dilation, index) => {
      return makeCorrelation({ kernel: [3, 3], dilation, weights: { kind: 'torch', seed: index } });
    }),
  }),

  /** LeNet-5 (LeCun et al. 1998) up to C5, which has 120 maps in place of these 16; random weights. */
  lenet: () => ({
    image: picture('ring', 32),
    layers: [
      square(5, 1, 0, 6),
      makeActivation('tanh'),
      makePooling('average'),
      square(5, 2, 0, 16),
      makeActivation('tanh'),
      makePooling('average'),
      square(5, 3, 0, 16),
    ],
  }),

  /** Eight layers of 3×3 that keep the size: the field is 17×17. */
  deep: () => ({
    image: picture('hills', 33),
    layers: Array.from({ length: 8 }, (_, index) => square(3, index, 1)),
  }),
};

function square(side: number, seed: number, padding = 0, channels = 1): StackLayer {
  return makeCorrelation({ kernel: [side, side], padding, channels, weights: { kind: 'torch', seed } });
}

function picture(name: ExamplePicture, side: number): NumberGrid {
  return { rows: side, columns: side, values: makeExample(name, side) };
}

/** A kernel of the gallery with the parameters that it starts with. */
export function preset(name: PresetName): NumberGrid {
  const rows = PRESETS[name].make(DEFAULT_PARAMETERS);
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values: rows.flat() };
}
