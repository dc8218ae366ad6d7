/** The documents of tests/fixtures/links.json, with what a link says by leaving it away. */
import fixture from '../fixtures/links.json';

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
    depth: { layers: 3, kernel: 3 },
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

/** The golden links of version 1 and the whole documents that they open. */
export const GOLDEN_LINKS = fixture.version1.map(({ name, link, document }) => ({
  name,
  link,
  document: {
    ...LEFT_AWAY,
    ...document,
    receptive: { ...LEFT_AWAY.receptive, ...('receptive' in document ? document.receptive : {}) },
    learning: { ...LEARNING, ...document.learning },
  },
}));
