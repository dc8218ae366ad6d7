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

/** Two images of one window, a bias and a weight that stays at −2: small enough to be learned by hand. */
export const BY_HAND: LearningSetup = {
  ...ARTICLE,
  image: { rows: 1, columns: 2, values: [1, 2] },
  batch: [{ rows: 1, columns: 2, values: [3, 4] }],
  start: { kind: 'typed', kernel: { rows: 1, columns: 2, values: [0.5, -2] } },
  bias: true,
  frozen: [1],
  rate: 0.01,
  optimizer: { ...sgd, weightDecay: 1 },
};

/** Images that tell all nine weights apart, the last of another size. */
const batch = [
  { rows: 6, columns: 8, values: pattern(48, 3) },
  { rows: 5, columns: 9, values: pattern(45, 7) },
];
const larger = { learner: { rows: 3, columns: 3 }, start: { kind: 'torch', seed: 7 }, rate: 0.002 } as const;
/** A batch, a bias and frozen weights, which start from other numbers than 0. */
const whole = { ...ARTICLE, ...larger, batch, bias: true, frozen: [0, 4, 5] };

function pattern(length: number, step: number): readonly number[] {
  return Array.from({ length }, (_, i) => ((i * step * step) % 11) / 10);
}

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
  ['a batch', { ...ARTICLE, batch, rate: 0.01 }],
  ['a batch under a filter that no kernel is', { ...ARTICLE, batch, filter: 'median', rate: 0.005 }],
  ['a bias', { ...ARTICLE, bias: true, rate: 0.01, noise: { deviation: 0.5, seed: 4 } }],
  ['frozen weights', { ...ARTICLE, ...larger, frozen: [1, 8] }],
  [
    'all of them with momentum and weight decay',
    { ...whole, optimizer: { ...sgd, dampening: 0.2, weightDecay: 2 } },
  ],
  [
    'all of them with Adam and weight decay, mean loss',
    { ...whole, loss: 'mean', rate: 0.1, optimizer: { ...adam, weightDecay: 0.1 } },
  ],
  ['all of them, stopped by the loss', { ...whole, steps: 50, stop: { loss: 17, gradient: 0 } }],
  [
    'all of them, stopped by the gradient under weight decay',
    { ...whole, steps: 50, optimizer: { ...sgd, weightDecay: 1 }, stop: { loss: 0, gradient: 10 } },
  ],
];

export interface Printed {
  /** The log's, with hyphens for minus signs. */
  readonly lines: readonly string[];
  /** The kernel's. */
  readonly weights: readonly number[];
  /** Null where none is told. */
  readonly bias: number | null;
}

export async function pagePrints(setup: LearningSetup): Promise<Printed> {
  const { session, until } = begin(setup);
  session.run('fast');
  const stops = setup.stop.loss > 0 || setup.stop.gradient > 0;
  const { losses, step, kernel, bias } = await until(stops ? 'stopped' : 'finished');
  const lines = logLines(losses.slice(0, step)).map(
    ({ epoch, loss }) => `epoch ${String(epoch)}, loss ${formatFixed(loss, 3)}`,
  );
  return { lines, weights: kernel.values, bias };
}

/** The same of what a program printed. */
export function programPrints(output: string): Printed {
  const lines = output.trim().split('\n');
  const bias = /^bias (-?\d+\.\d{4})$/.exec(lines.at(-1) ?? '')?.[1] ?? null;
  if (bias !== null) lines.pop();
  const weights = (lines.pop() ?? '').match(/-?[\d.]+(e-?\d+)?/g) ?? [];
  return { lines, weights: weights.map(Number), bias: bias === null ? null : Number(bias) };
}
