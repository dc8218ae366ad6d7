/** The documents of tests/fixtures/links.json, with what a link says by leaving it away. */
import fixture from '../fixtures/links.json';

/** What a document has beyond a link that was made before it could. */
const LEFT_AWAY = { view: { colors: 'signed', range: { kind: 'symmetric' } } };

const LEARNING = {
  learner: null,
  painted: null,
  noise: { deviation: 0, seed: 0 },
  loss: 'sum',
  stop: { loss: 0, gradient: 0 },
  optimizer: { kind: 'sgd', momentum: 0, dampening: 0, nesterov: false, weightDecay: 0 },
};

/** The golden links of version 1 and the whole documents that they open. */
export const GOLDEN_LINKS = fixture.version1.map(({ name, link, document }) => ({
  name,
  link,
  document: { ...LEFT_AWAY, ...document, learning: { ...LEARNING, ...document.learning } },
}));
