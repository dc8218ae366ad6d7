/** Correlations and runs that between them use everything a program has to write. */
import { DEFAULT_DOCUMENT, type CorrelationPart } from '../../../src/state/document.ts';
import type { LearningSetup } from '../../../src/state/learning-lesson.ts';
import { formatFixed } from '../../../src/math/format.ts';
import { logLines } from '../../../src/state/learning-session.ts';
import { ARTICLE, begin } from '../learning-fixture.ts';

const image = DEFAULT_DOCUMENT.edges.image;
const kernel = { rows: 2, columns: 3, values: [0.5, -2, 1e-7, 3, 0, -1.25] };

/** [name, what is correlated]: strides, gaps and padding that differ along the two axes. */
export const CORRELATIONS: readonly (readonly [string, CorrelationPart])[] = [
  ['the article’s', DEFAULT_DOCUMENT.correlation],
  ['true convolution', { ...DEFAULT_DOCUMENT.correlation, flip: true }],
  ['padded on four sides', { ...DEFAULT_DOCUMENT.correlation, kernel, padding: [1, 0, 2, 3] }],
  ['with strides', { ...DEFAULT_DOCUMENT.correlation, image, kernel, stride: [3, 2] }],
  ['dilated', { ...DEFAULT_DOCUMENT.correlation, image, kernel, dilation: [2, 3] }],
  ['with all of it', { image, kernel, stride: [2, 3], padding: [0, 4, 1, 2], dilation: [3, 2], flip: true }],
  [
    'of one cell',
    {
      ...DEFAULT_DOCUMENT.correlation,
      image: { rows: 1, columns: 2, values: [-3, 2] },
      kernel: { rows: 1, columns: 1, values: [-1.5] },
    },
  ],
];

const sgd = { kind: 'sgd', momentum: 0.5, dampening: 0, nesterov: false, weightDecay: 0 } as const;
const adam = { kind: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weightDecay: 0 } as const;

/** [name, the run]. */
export const RUNS: readonly (readonly [string, LearningSetup])[] = [
  ['the article’s', ARTICLE],
  ['mean loss', { ...ARTICLE, loss: 'mean', rate: 0.4 }],
  ['momentum', { ...ARTICLE, rate: 0.01, optimizer: sgd }],
  ['dampened momentum', { ...ARTICLE, rate: 0.01, optimizer: { ...sgd, dampening: 0.3 } }],
  ['Nesterov', { ...ARTICLE, rate: 0.005, optimizer: { ...sgd, nesterov: true } }],
  ['weight decay', { ...ARTICLE, optimizer: { ...sgd, momentum: 0, weightDecay: 0.5 } }],
  ['Adam with weight decay', { ...ARTICLE, rate: 0.1, optimizer: { ...adam, weightDecay: 0.01 } }],
  [
    'a larger learner from a seed',
    { ...ARTICLE, learner: { rows: 3, columns: 3 }, start: { kind: 'torch', seed: 7 }, rate: 0.005 },
  ],
  ['a noisy target', { ...ARTICLE, noise: { deviation: 0.2, seed: 3 } }],
  ['a stop by the loss', { ...ARTICLE, steps: 50, stop: { loss: 0.5, gradient: 0 } }],
  ['a stop by the gradient', { ...ARTICLE, steps: 50, stop: { loss: 0, gradient: 2 } }],
];

/** What the page prints of a run, with hyphens for minus signs: the log's lines, and the kernel's weights. */
export async function pagePrints(setup: LearningSetup): Promise<{ lines: string[]; weights: number[] }> {
  const { session, until } = begin(setup);
  session.run('fast');
  const stops = setup.stop.loss > 0 || setup.stop.gradient > 0;
  const { losses, step, kernel } = await until(stops ? 'stopped' : 'finished');
  const lines = logLines(losses.slice(0, step)).map(
    ({ epoch, loss }) => `epoch ${String(epoch)}, loss ${formatFixed(loss, 3)}`,
  );
  return { lines, weights: [...kernel.values] };
}

/** The same of what a program printed. */
export function programPrints(output: string): { lines: string[]; weights: number[] } {
  const lines = output.trim().split('\n');
  const weights = (lines.pop() ?? '').match(/-?[\d.]+(e-?\d+)?/g) ?? [];
  return { lines, weights: weights.map(Number) };
}
