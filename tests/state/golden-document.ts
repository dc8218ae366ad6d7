/** The documents of tests/fixtures/links.json, with what a link says by leaving it away. */
import type { PlaygroundDocument } from '../../src/state/document.ts';
import fixture from '../fixtures/links.json';

interface GoldenLink {
  readonly name: string;
  readonly link: string;
  readonly document: Partial<PlaygroundDocument>;
}

const LINKS = fixture as unknown as Readonly<Record<'version1' | 'version2', readonly GoldenLink[]>>;

/** What a document has beyond a link that was made before it could. */
const COUNTING_LAYER = {
  kind: 'correlation',
  kernel: [2, 2],
  stride: 1,
  padding: 0,
  dilation: 1,
  channels: 1,
  weights: { kind: 'typed', kernels: [{ rows: 2, columns: 2, values: [0, 1, 2, 3] }] },
};

const LEFT_AWAY = {
  receptive: {
    image: { rows: 3, columns: 3, values: [0, 1, 2, 3, 4, 5, 6, 7, 8] },
    layers: [COUNTING_LAYER, COUNTING_LAYER],
    draws: 1,
    network: 'lenet',
    pinned: null,
  },
  view: { colors: 'signed', range: { kind: 'symmetric' } },
};

const LEARNING = {
  learner: null,
  painted: null,
  filter: null,
  batch: [],
  bias: false,
  frozen: [],
  rivals: [],
  noise: { deviation: 0, seed: 0 },
  loss: 'sum',
  stop: { loss: 0, gradient: 0 },
  optimizer: { kind: 'sgd', momentum: 0, dampening: 0, nesterov: false, weightDecay: 0 },
};

/** What every link of version 2 leaves away where nothing was made of it. */
const ARTICLE = LINKS.version1[0]?.document;

/** Version 2 came with scene 4's two layers of two by two for "deeper for wider". */
const DEPTHS = { version1: { layers: 3, kernel: 3 }, version2: { layers: 2, kernel: 2 } };

/** The golden links, of version 1 first, and the whole documents that they open; the first is the article's. */
export const GOLDEN_LINKS = (['version1', 'version2'] as const).flatMap((version) =>
  LINKS[version].map(({ name, link, document }) => {
    const parts = { ...LEFT_AWAY, ...ARTICLE, ...document };
    return {
      name,
      link,
      document: {
        ...parts,
        receptive: { ...LEFT_AWAY.receptive, depth: DEPTHS[version], ...document.receptive },
        learning: { ...LEARNING, ...parts.learning },
      } as PlaygroundDocument,
    };
  }),
);
