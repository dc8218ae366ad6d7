/** Stacks that between them use everything a program has to write. */
import { DEFAULT_RECEPTIVE, filledGrid } from '../../../src/state/document.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  typedLayer,
  type ReceptivePart,
} from '../../../src/state/stack.ts';
import { stackExample } from '../../../src/state/stack-examples.ts';

const seeded = (seed: number) => ({ kind: 'torch', seed }) as const;

/** [name, the stack]. */
export const STACKS: readonly (readonly [string, ReceptivePart])[] = [
  ['the article’s', DEFAULT_RECEPTIVE],
  ['LeNet-5, seeded', { ...DEFAULT_RECEPTIVE, ...stackExample('lenet') }],
  ['typed kernels on several maps', { ...DEFAULT_RECEPTIVE, ...stackExample('edges') }],
  [
    'strides, gaps and padding at once, a pooling that overlaps, a layer of nothing',
    {
      ...DEFAULT_RECEPTIVE,
      image: { rows: 12, columns: 17, values: filledGrid(12, 17, 0).values.map((_, i) => Math.sin(i)) },
      layers: [
        makeCorrelation({
          kernel: [2, 3],
          stride: 2,
          padding: 3,
          dilation: 2,
          channels: 3,
          weights: seeded(2 ** 33 + 7),
        }),
        makeActivation('none'),
        makePooling('max', 3, 1),
        makeActivation('relu'),
        typedLayer([filledGrid(1, 2, 0.5), { rows: 1, columns: 2, values: [-1, 1e-7] }], { dilation: 2 }),
        makePooling('average', 2, 1),
      ],
    },
  ],
  [
    'a stack that goes only so far',
    {
      ...DEFAULT_RECEPTIVE,
      layers: [...DEFAULT_RECEPTIVE.layers, typedLayer([filledGrid(2, 2, 1)]), makeActivation('tanh')],
    },
  ],
];
