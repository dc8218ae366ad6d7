/**
 * Scene 3 in the JSON of a link: `t` teacher, `a` start (`"a"` the article's, `"z"` zeros, `"o"` ones, a number =
 * PyTorch's seed, `["n", seed]` near the teacher, a grid = typed), `r` rate, `n` steps. Left away while they are the
 * default: `k` the learner's size `[rows, columns]`, `y` a target entered by hand (a grid), `q` noise on the target
 * `[deviation, seed]`, `m` 1 for the mean loss, `o` the optimiser: `["s", momentum, dampening, nesterov, weight decay]`
 * or `["a", beta1, beta2, epsilon, weight decay]`, `e` the thresholds that end a run `[loss, gradient]`, `u` the filter that makes the target, by name, `b` further images of
 * the batch (see `link-picture`), `h` 1 for a bias, `f` indices of frozen weights, `v` rivals `[rate, optimiser]`, the
 * optimiser left away where it is plain.
 */
import * as v from 'valibot';
import { FILTER_NAMES } from '../math/filters.ts';
import {
  fitsArticleStart,
  frozenFits,
  learnerSize,
  PLAIN_SGD,
  type LearningOptimizer,
  type LearningPart,
  type LearningStart,
  type Rival,
} from './document.ts';
import { LIMITS } from './limits.ts';
import { flattened, grid, number, toGrid } from './link-grid.ts';
import { packed, picture, unpacked } from './link-picture.ts';

const sgd = v.pipe(
  v.tuple([
    v.literal('s'),
    number(LIMITS.momentum),
    number(LIMITS.dampening),
    v.picklist([0, 1]),
    number(LIMITS.weightDecay),
  ]),
  v.check(([, momentum, dampening, nesterov]) => nesterov === 0 || (momentum > 0 && dampening === 0)),
);
const adam = v.tuple([
  v.literal('a'),
  number(LIMITS.beta),
  number(LIMITS.beta),
  number(LIMITS.epsilon),
  number(LIMITS.weightDecay),
]);

const optimizer = v.union([sgd, adam]);
const MOST_WEIGHTS = LIMITS.kernelSide.maximum ** 2;

export const LEARNING_SCHEMA = v.object({
  t: grid(LIMITS.kernelSide),
  k: v.optional(v.tuple([number(LIMITS.kernelSide), number(LIMITS.kernelSide)])),
  y: v.optional(grid(LIMITS.imageSide)),
  u: v.optional(v.picklist(FILTER_NAMES)),
  q: v.optional(v.tuple([number(LIMITS.noise), number(LIMITS.seed)])),
  a: v.union([
    v.picklist(['a', 'z', 'o']),
    number(LIMITS.seed),
    v.tuple([v.literal('n'), number(LIMITS.seed)]),
    grid(LIMITS.kernelSide),
  ]),
  m: v.optional(v.literal(1)),
  o: v.optional(optimizer),
  r: number(LIMITS.rate),
  n: number(LIMITS.steps),
  e: v.optional(v.tuple([number(LIMITS.threshold), number(LIMITS.threshold)])),
  b: v.optional(v.pipe(v.array(picture), v.maxLength(LIMITS.batch.maximum))),
  h: v.optional(v.literal(1)),
  f: v.optional(
    v.pipe(
      v.array(v.number()),
      v.maxLength(MOST_WEIGHTS),
      v.check((indices) => isAscending(indices)),
    ),
  ),
  v: v.optional(
    v.pipe(
      v.array(
        v.union([v.strictTuple([number(LIMITS.rate)]), v.strictTuple([number(LIMITS.rate), optimizer])]),
      ),
      v.maxLength(LIMITS.rivals.maximum),
    ),
  ),
});

type LearningData = v.InferOutput<typeof LEARNING_SCHEMA>;
type OptimizerData = v.InferOutput<typeof optimizer>;

export function learningToData(part: LearningPart): LearningData {
  const { teacher, learner, painted, noise, start, loss, rate, steps, stop, batch, bias, frozen, rivals } =
    part;
  return {
    t: flattened(teacher),
    ...(learner && { k: [learner.rows, learner.columns] }),
    ...(painted && { y: flattened(painted) }),
    ...(part.filter && { u: part.filter }),
    ...((noise.deviation !== 0 || noise.seed !== 0) && { q: [noise.deviation, noise.seed] }),
    a: startToData(start),
    ...(loss === 'mean' && { m: 1 }),
    ...(!isPlain(part.optimizer) && { o: optimizerToData(part.optimizer) }),
    r: rate,
    n: steps,
    ...((stop.loss !== 0 || stop.gradient !== 0) && { e: [stop.loss, stop.gradient] }),
    ...(batch.length > 0 && { b: batch.map(packed) }),
    ...(bias && { h: 1 }),
    ...(frozen.length > 0 && { f: [...frozen] }),
    ...(rivals.length > 0 && { v: rivals.map(rivalToData) }),
  };
}

/** The part, or the key of what does not fit. */
export function dataToLearning(data: LearningData): LearningPart | 'a' | 'f' {
  const [deviation, seed] = data.q ?? [0, 0];
  const [loss, gradient] = data.e ?? [0, 0];
  const part: LearningPart = {
    teacher: toGrid(data.t),
    learner: data.k ? { rows: data.k[0], columns: data.k[1] } : null,
    painted: data.y ? toGrid(data.y) : null,
    filter: data.u ?? null,
    noise: { deviation, seed },
    start: dataToStart(data.a),
    batch: (data.b ?? []).map(unpacked),
    bias: data.h === 1,
    frozen: data.f ?? [],
    loss: data.m ? 'mean' : 'sum',
    optimizer: data.o ? dataToOptimizer(data.o) : PLAIN_SGD,
    rate: data.r,
    steps: data.n,
    stop: { loss, gradient },
    rivals: (data.v ?? []).map(dataToRival),
  };
  if (!startFits(part)) return 'a';
  return frozenFits(part) ? part : 'f';
}

function isPlain(optimizer: LearningOptimizer): boolean {
  return JSON.stringify(optimizer) === JSON.stringify(PLAIN_SGD);
}

function optimizerToData(optimizer: LearningOptimizer): OptimizerData {
  if (optimizer.kind === 'adam') {
    const { beta1, beta2, epsilon, weightDecay } = optimizer;
    return ['a', beta1, beta2, epsilon, weightDecay];
  }
  const { momentum, dampening, nesterov, weightDecay } = optimizer;
  return ['s', momentum, dampening, nesterov ? 1 : 0, weightDecay];
}

function dataToOptimizer(data: OptimizerData): LearningOptimizer {
  if (data[0] === 'a') {
    const [, beta1, beta2, epsilon, weightDecay] = data;
    return { kind: 'adam', beta1, beta2, epsilon, weightDecay };
  }
  const [, momentum, dampening, nesterov, weightDecay] = data;
  return { kind: 'sgd', momentum, dampening, nesterov: nesterov === 1, weightDecay };
}

function rivalToData({ optimizer, rate }: Rival): [number] | [number, OptimizerData] {
  return isPlain(optimizer) ? [rate] : [rate, optimizerToData(optimizer)];
}

function dataToRival([rate, data]: [number] | [number, OptimizerData]): Rival {
  return { optimizer: data ? dataToOptimizer(data) : PLAIN_SGD, rate };
}

function startToData(start: LearningStart): LearningData['a'] {
  switch (start.kind) {
    case 'article':
      return 'a';
    case 'zeros':
      return 'z';
    case 'ones':
      return 'o';
    case 'torch':
      return start.seed;
    case 'near':
      return ['n', start.seed];
    case 'typed':
      return flattened(start.kernel);
  }
}

function dataToStart(data: LearningData['a']): LearningStart {
  if (typeof data === 'number') return { kind: 'torch', seed: data };
  if (data === 'a') return { kind: 'article' };
  if (data === 'z') return { kind: 'zeros' };
  if (data === 'o') return { kind: 'ones' };
  return isNear(data) ? { kind: 'near', seed: data[1] } : { kind: 'typed', kernel: toGrid(data) };
}

function isNear(data: ['n', number] | number[]): data is ['n', number] {
  return data[0] === 'n';
}

function isAscending(indices: readonly number[]): boolean {
  return indices.every((index, i) => Number.isSafeInteger(index) && index > (indices[i - 1] ?? -1));
}

function startFits(part: LearningPart): boolean {
  const { start } = part;
  const { rows, columns } = learnerSize(part);
  if (start.kind === 'article') return fitsArticleStart({ rows, columns });
  if (start.kind !== 'typed') return true;
  return start.kernel.rows === rows && start.kernel.columns === columns;
}
