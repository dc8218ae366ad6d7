/** Examples with names that stay: `#ex=sobel` opens one. Names are only ever added, as links are made of them. */
import { makeExample, type ExamplePicture } from '../math/picture/examples.ts';
import type { SceneName } from './address.ts';
import { DEFAULT_DOCUMENT, PLAIN_ADAM, type NumberGrid, type PlaygroundDocument } from './document.ts';
import type { ExampleName } from './example-name.ts';
import { preset, stackExample, type StackExample } from './stack-examples.ts';

export interface NamedExample {
  readonly scene: SceneName;
  readonly document: PlaygroundDocument;
}

const { correlation: counting, edges: bars, learning: article, receptive: stack } = DEFAULT_DOCUMENT;

const EXAMPLES: Readonly<Record<ExampleName, () => NamedExample>> = {
  counting: () => correlation({}),
  /** The response is as large as the image: 3 + 2 − 3 + 1 = 3. */
  padding: () => correlation({ kernel: BOX, padding: [1, 1, 1, 1] }),
  stride: () => correlation({ image: picture('hills', 8), stride: [2, 2] }),
  dilation: () => correlation({ image: picture('checkerboard', 8), dilation: [2, 2] }),
  convolution: () => correlation({ flip: true }),

  difference: () => edges({}),
  sobel: () => kernelOn('ring', preset('sobel')),
  'sobel-down': () => kernelOn('ring', preset('sobel-down')),
  'laplacian-8': () => kernelOn('smiley', preset('laplacian-8')),
  sharpen: () => kernelOn('hills', preset('sharpen')),
  emboss: () => kernelOn('smiley', preset('emboss')),
  gaussian: () => kernelOn('checkerboard', preset('gaussian')),
  gabor: () => kernelOn('stripes-45', preset('gabor')),

  learning: () => learning({}),
  momentum: () => learning({ optimizer: { ...SGD, momentum: 0.5 }, rate: 0.02, steps: 30 }),
  'learn-sobel': () => ({
    scene: 'learning',
    document: {
      ...DEFAULT_DOCUMENT,
      edges: { ...bars, image: picture('ring', 16) },
      learning: { ...article, teacher: preset('sobel'), start: { kind: 'zeros' }, ...ADAM, steps: 300 },
    },
  }),
  /** The image's rates end at 0.0333. */
  'too-fast': () => learning({ rate: 0.036, steps: 100 }),

  'receptive-field': () => receptive('article'),
  'padded-stack': () => receptive('padded'),
  'edge-stack': () => receptive('edges'),
  'dilated-stack': () => receptive('dilated'),
  lenet: () => receptive('lenet'),
  'deep-stack': () => receptive('deep'),
};

const BOX: NumberGrid = { rows: 3, columns: 3, values: Array<number>(9).fill(1) };
const SGD = { kind: 'sgd', momentum: 0, dampening: 0, nesterov: false, weightDecay: 0 } as const;
const ADAM = {
  optimizer: PLAIN_ADAM,
  rate: 0.05,
} as const;

/** Null for a name that no version had, or that a newer one has. */
export function namedExample(name: string): NamedExample | null {
  return Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name as ExampleName]() : null;
}

function correlation(change: Partial<PlaygroundDocument['correlation']>): NamedExample {
  return { scene: 'correlation', document: { ...DEFAULT_DOCUMENT, correlation: { ...counting, ...change } } };
}

function edges(change: Partial<PlaygroundDocument['edges']>): NamedExample {
  return { scene: 'edges', document: { ...DEFAULT_DOCUMENT, edges: { ...bars, ...change } } };
}

function kernelOn(image: ExamplePicture, kernel: NumberGrid): NamedExample {
  return edges({ image: picture(image, 16), kernel });
}

function learning(change: Partial<PlaygroundDocument['learning']>): NamedExample {
  return { scene: 'learning', document: { ...DEFAULT_DOCUMENT, learning: { ...article, ...change } } };
}

function receptive(name: StackExample): NamedExample {
  return {
    scene: 'receptive',
    document: { ...DEFAULT_DOCUMENT, receptive: { ...stack, ...stackExample(name) } },
  };
}

function picture(name: ExamplePicture, side: number): NumberGrid {
  return { rows: side, columns: side, values: makeExample(name, side) };
}
