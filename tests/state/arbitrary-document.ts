/** Any document that the page can hold. */
import fc from 'fast-check';
import { FILTER_NAMES } from '../../src/math/filters.ts';
import { outputSize } from '../../src/math/geometry.ts';
import { NETWORKS } from '../../src/math/stack/network-names.ts';
import {
  guideSize,
  learnerSize,
  PLAIN_SGD,
  type GridSize,
  type LearningOptimizer,
  type LearningPart,
  type LearningStart,
  type NumberGrid,
  type PlaygroundDocument,
} from '../../src/state/document.ts';
import { LIMITS, type Range } from '../../src/state/limits.ts';
import {
  makeActivation,
  makeCorrelation,
  makePooling,
  typedLayer,
  type ReceptivePart,
  type StackLayer,
} from '../../src/state/stack.ts';
import type { ScaleColors, ScaleRange } from '../../src/math/value-scale.ts';

const whole = ({ minimum, maximum }: Range) => fc.integer({ min: minimum, max: maximum });

/** Numbers as people type them, and any others of the range; there is one zero. */
const value = fc
  .oneof(
    fc.integer({ min: -99, max: 99 }),
    fc.integer({ min: -999_900, max: 999_900 }).map((cents) => cents / 100),
    fc.double({ min: LIMITS.value.minimum, max: LIMITS.value.maximum, noNaN: true }),
  )
  .map((number) => (number === 0 ? 0 : number));

function grid(rows: number, columns: number, cell: fc.Arbitrary<number>): fc.Arbitrary<NumberGrid> {
  const count = rows * columns;
  return fc.array(cell, { minLength: count, maxLength: count }).map((values) => ({ rows, columns, values }));
}

/** Mostly small: the largest images have thousands of cells. */
function sized(range: Range, cell: fc.Arbitrary<number>): fc.Arbitrary<NumberGrid> {
  const side = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: range.minimum, max: 12 }) }, whole(range));
  return fc.tuple(side, side).chain(([rows, columns]) => grid(rows, columns, cell));
}

/** Greys of a picture. */
const level = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);

const two = (range: Range) => fc.tuple(whole(range), whole(range));
const padding = fc.tuple(
  whole(LIMITS.padding),
  whole(LIMITS.padding),
  whole(LIMITS.padding),
  whole(LIMITS.padding),
);

const correlation = fc
  .record({
    image: sized(LIMITS.imageSide, value),
    kernel: sized(LIMITS.kernelSide, value),
    stride: two(LIMITS.stride),
    padding,
    dilation: two(LIMITS.dilation),
    flip: fc.boolean(),
  })
  .filter(({ image, kernel, ...geometry }) => fits(image, kernel, geometry));

const picture = fc.oneof(sized(LIMITS.imageSide, fc.constantFrom(0, 1)), sized(LIMITS.imageSide, level));

const edges = fc
  .record({
    image: picture,
    kernel: sized(LIMITS.kernelSide, value),
  })
  .filter(({ image, kernel }) => fits(image, kernel));

const within = ({ minimum, maximum }: Range) =>
  fc.double({ min: minimum, max: maximum, noNaN: true }).map((number) => (number === 0 ? 0 : number));
const seed = whole(LIMITS.seed);

const optimizer: fc.Arbitrary<LearningOptimizer> = fc.oneof(
  fc.constant(PLAIN_SGD),
  fc
    .record({
      kind: fc.constant('sgd' as const),
      momentum: within(LIMITS.momentum),
      dampening: within(LIMITS.dampening),
      nesterov: fc.boolean(),
      weightDecay: within(LIMITS.weightDecay),
    })
    .map((sgd) => (sgd.nesterov ? { ...sgd, momentum: Math.max(0.1, sgd.momentum), dampening: 0 } : sgd)),
  fc.record({
    kind: fc.constant('adam' as const),
    beta1: within(LIMITS.beta),
    beta2: within(LIMITS.beta),
    epsilon: within(LIMITS.epsilon),
    weightDecay: within(LIMITS.weightDecay),
  }),
);

const rate = fc.double({ min: LIMITS.rate.minimum, max: LIMITS.rate.maximum, noNaN: true });

/** A batch may hold several. */
const smallPicture = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.oneof(grid(rows, columns, fc.constantFrom(0, 1)), grid(rows, columns, level)),
  );

const kernelSize = fc.record({ rows: whole(LIMITS.kernelSide), columns: whole(LIMITS.kernelSide) });

const learning: fc.Arbitrary<LearningPart> = fc
  .tuple(sized(LIMITS.kernelSide, value), fc.option(kernelSize))
  .chain(([teacher, learner]) =>
    fc.record({
      teacher: fc.constant(teacher),
      learner: fc.constant(learner),
      painted: fc.option(sized(LIMITS.imageSide, value)),
      filter: fc.option(fc.constantFrom(...FILTER_NAMES)),
      noise: fc.record({ deviation: within(LIMITS.noise), seed }),
      start: startFor(learner ?? teacher),
      batch: fc.array(smallPicture, { maxLength: 2 }),
      bias: fc.boolean(),
      frozen: frozenOf(learner ?? teacher),
      loss: fc.constantFrom('sum' as const, 'mean' as const),
      optimizer,
      rate,
      steps: whole(LIMITS.steps),
      stop: fc.record({ loss: within(LIMITS.threshold), gradient: within(LIMITS.threshold) }),
      rivals: fc.array(fc.record({ optimizer, rate }), { maxLength: LIMITS.rivals.maximum }),
    }),
  );

const range: fc.Arbitrary<ScaleRange> = fc.oneof(
  fc.constantFrom<ScaleRange>({ kind: 'symmetric' }, { kind: 'automatic' }),
  fc
    .tuple(value, value)
    .map((ends): ScaleRange => ({ kind: 'fixed', low: Math.min(...ends), high: Math.max(...ends) })),
);

const view = fc.record({ colors: fc.constantFrom<ScaleColors>('signed', 'grey', 'absolute'), range });

const layerShape = {
  stride: whole(LIMITS.stride),
  padding: whole(LIMITS.padding),
  dilation: whole(LIMITS.dilation),
};

const seededLayer = fc
  .record({
    rows: whole(LIMITS.kernelSide),
    columns: whole(LIMITS.kernelSide),
    ...layerShape,
    channels: whole(LIMITS.channels),
    seed,
  })
  .map(({ rows, columns, seed: drawn, ...shape }) => {
    return makeCorrelation({ kernel: [rows, columns], ...shape, weights: { kind: 'torch', seed: drawn } });
  });

const typedStackLayer = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.record(layerShape))
  .chain(([rows, columns, shape]) =>
    fc
      .array(grid(rows, columns, value), { minLength: 1, maxLength: 4 })
      .map((kernels) => typedLayer(kernels, shape)),
  );

const layer: fc.Arbitrary<StackLayer> = fc.oneof(
  seededLayer,
  typedStackLayer,
  fc
    .record({
      method: fc.constantFrom('max' as const, 'average' as const),
      size: whole(LIMITS.kernelSide),
      stride: whole(LIMITS.stride),
    })
    .map(({ method, size, stride }) => makePooling(method, size, stride)),
  fc.constantFrom('none' as const, 'relu' as const, 'tanh' as const).map(makeActivation),
);

const receptive: fc.Arbitrary<ReceptivePart> = fc.record({
  image: fc.oneof(
    sized(LIMITS.imageSide, value),
    sized(LIMITS.imageSide, level),
    sized(LIMITS.imageSide, fc.constantFrom(0, 1)),
  ),
  layers: fc.array(layer, { minLength: LIMITS.layers.minimum, maxLength: LIMITS.layers.maximum }),
  depth: fc.record({ layers: whole(LIMITS.layers), kernel: whole(LIMITS.depthKernel) }),
  draws: whole(LIMITS.draws),
  network: fc.constantFrom(...NETWORKS),
  pinned: fc.option(
    fc.record({
      level: whole(LIMITS.place),
      channel: whole(LIMITS.place),
      row: whole(LIMITS.place),
      column: whole(LIMITS.place),
    }),
  ),
});

export const arbitraryDocument: fc.Arbitrary<PlaygroundDocument> = fc
  .record({ correlation, edges, learning, receptive, view })
  .filter(
    ({ edges: { image }, learning }) =>
      fits(image, learning.teacher) && fits(image, guideSize(learning)) && fits(image, learnerSize(learning)),
  );

/** A few weights that are frozen, and one that is free. */
function frozenOf({ rows, columns }: GridSize): fc.Arbitrary<readonly number[]> {
  return fc
    .uniqueArray(fc.nat({ max: rows * columns - 1 }), { maxLength: Math.min(6, rows * columns - 1) })
    .map((indices) => indices.sort((a, b) => a - b));
}

function startFor({ rows, columns }: GridSize): fc.Arbitrary<LearningStart> {
  const any: fc.Arbitrary<LearningStart>[] = [
    fc.constantFrom<LearningStart>({ kind: 'zeros' }, { kind: 'ones' }),
    seed.map((seed) => ({ kind: 'torch', seed })),
    seed.map((seed) => ({ kind: 'near', seed })),
    grid(rows, columns, value).map((kernel) => ({ kind: 'typed', kernel })),
  ];
  return fc.oneof(...any, ...(rows * columns === 2 ? [fc.constant<LearningStart>({ kind: 'article' })] : []));
}

function fits(image: GridSize, kernel: GridSize, geometry?: Parameters<typeof outputSize>[2]): boolean {
  try {
    outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], geometry);
    return true;
  } catch {
    return false;
  }
}
