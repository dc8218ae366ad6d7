/** Whatever is done in whatever order, every scene has an output and every number is in its range. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completeOptimizer } from '../../../src/math/optimizer.ts';
import type { NamedAction } from '../../../src/state/action.ts';
import * as correlation from '../../../src/state/actions/correlation.ts';
import * as edges from '../../../src/state/actions/edges.ts';
import * as learning from '../../../src/state/actions/learning.ts';
import * as optimizer from '../../../src/state/actions/optimizer.ts';
import * as receptive from '../../../src/state/actions/receptive.ts';
import * as target from '../../../src/state/actions/target.ts';
import * as view from '../../../src/state/actions/view.ts';
import {
  filledGrid,
  learnerSize,
  type NumberGrid,
  type PlaygroundDocument,
} from '../../../src/state/document.ts';
import { startKernel } from '../../../src/state/learning-start.ts';
import { requireDocumentFits } from '../../../src/state/fits.ts';
import { LIMITS, type Range } from '../../../src/state/limits.ts';
import { type ReceptivePart } from '../../../src/state/stack.ts';
import { layerWeight } from '../../../src/state/layer-weight.ts';
import { createStore, type ActionFailure, type Store } from '../../../src/state/store.ts';

type Edit = (store: Store) => ActionFailure | null;

/** Mostly what can be, at times what cannot: every range is overstepped on both sides. */
const near = ({ minimum, maximum }: Range) => fc.integer({ min: minimum - 1, max: maximum + 1 });
const anyNumber = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -10_000, max: 10_000 }) },
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0),
);
/** Small sizes come often, so that kernels and images come to collide. */
const side = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) },
  fc.integer({ min: 0, max: 17 }),
);
const size = fc.record({ rows: side, columns: side });
const cell = fc.record({
  row: near({ ...LIMITS.kernelSide, minimum: 0 }),
  column: fc.nat(7),
  value: anyNumber,
});
const axis = fc.constantFrom('y' as const, 'x' as const);
const kernel: fc.Arbitrary<NumberGrid> = size.chain(({ rows, columns }) =>
  fc
    .array(anyNumber, { minLength: 0, maxLength: rows * columns })
    .chain((values) => fc.constantFrom(values, Array<number>(rows * columns).fill(1)))
    .map((values) => ({ rows, columns, values })),
);
const stroke = fc.record({
  cells: fc.array(fc.tuple(fc.integer({ min: -2, max: 17 }), fc.integer({ min: -2, max: 17 }))),
  value: fc.constantFrom(0 as const, 1 as const),
});
const start = fc.oneof(
  fc.constantFrom({ kind: 'article' as const }, { kind: 'zeros' as const }, { kind: 'ones' as const }),
  fc.record({ kind: fc.constant('torch' as const), seed: fc.oneof(near(LIMITS.seed), anyNumber) }),
  fc.record({ kind: fc.constant('near' as const), seed: near(LIMITS.seed) }),
  fc.record({ kind: fc.constant('typed' as const), kernel }),
);
const optimizerNumber = fc.record({
  field: fc.constantFrom(
    'momentum' as const,
    'dampening' as const,
    'weight-decay' as const,
    'beta1' as const,
    'beta2' as const,
    'epsilon' as const,
  ),
  value: fc.oneof(fc.constantFrom(0, 0.5, 0.9), anyNumber),
});
const painted = fc
  .record({ rows: fc.integer({ min: 1, max: 16 }), columns: fc.integer({ min: 1, max: 16 }) })
  .map(({ rows, columns }) => filledGrid(rows, columns, 1));
/** As a picture's tools make it, but for a cell that may be no pixel. */
const picture: fc.Arbitrary<NumberGrid> = fc
  .tuple(painted, fc.nat(255), fc.constantFrom(0, 1, 0.5, 2, NaN))
  .map(([grid, at, value]) => ({ ...grid, values: grid.values.with(at % grid.values.length, value) }));
const nothing = fc.constant(undefined);

function edits<Input>(action: NamedAction<Input>, inputs: fc.Arbitrary<Input>): fc.Arbitrary<Edit> {
  return inputs.map((input) => (store) => store.apply(action, input));
}

const scaleRange = fc.oneof(
  fc.constantFrom({ kind: 'symmetric' as const }, { kind: 'automatic' as const }),
  fc.record({ kind: fc.constant('fixed' as const), low: anyNumber, high: anyNumber }),
);

const layerKind = fc.constantFrom('correlation' as const, 'pooling' as const, 'activation' as const);
const place = fc.nat(8);
const stackEdits = [
  edits(receptive.addLayer, fc.record({ at: place, kind: layerKind })),
  edits(receptive.removeLayer, place),
  edits(receptive.moveLayer, fc.record({ from: place, to: place })),
  edits(receptive.setLayerKind, fc.record({ at: place, kind: layerKind })),
  edits(
    receptive.setLayerNumber,
    fc.record({
      at: place,
      field: fc.constantFrom(...(Object.keys(receptive.LAYER_NUMBERS) as receptive.LayerNumber[])),
      value: fc.oneof(fc.integer({ min: -1, max: 18 }), anyNumber),
    }),
  ),
  edits(
    receptive.setActivation,
    fc.record({ at: place, name: fc.constantFrom('none' as const, 'tanh' as const) }),
  ),
  edits(receptive.setPoolingMethod, fc.record({ at: place, method: fc.constant('average' as const) })),
  edits(receptive.setLayerSeed, fc.record({ at: place, seed: fc.oneof(near(LIMITS.seed), anyNumber) })),
  edits(receptive.replaceLayerKernel({ at: 0, channel: 0, input: 0 })('paste-kernel'), kernel),
  edits(receptive.replaceLayerKernel({ at: 1, channel: 2, input: 1 })('set-kernel'), kernel),
  edits(
    receptive.setLayerCell,
    fc
      .tuple(cell, place, fc.nat(3), fc.nat(3))
      .map(([typed, at, channel, input]) => ({ ...typed, at, channel, input })),
  ),
  edits(receptive.useStackExample, fc.constantFrom('article' as const, 'lenet' as const, 'edges' as const)),
  edits(receptive.setDepth, fc.record({ layers: near(LIMITS.layers), kernel: near(LIMITS.depthKernel) })),
  edits(receptive.setDraws, near(LIMITS.draws)),
  edits(
    receptive.useDepth,
    fc.record({ layers: fc.integer({ min: 1, max: 8 }), kernel: fc.integer({ min: 2, max: 7 }) }),
  ),
  edits(receptive.replaceStackImage('paste-image'), kernel),
];

const anyEdit = fc.oneof(
  ...stackEdits,
  edits(view.setScaleColors, fc.constantFrom('signed' as const, 'grey' as const, 'absolute' as const)),
  edits(view.setScaleRange, scaleRange),
  edits(correlation.setImageCell, cell),
  edits(correlation.setKernelCell, cell),
  edits(correlation.resizeImage, size),
  edits(correlation.resizeKernel, size),
  edits(correlation.setStride, fc.record({ axis, value: near(LIMITS.stride) })),
  edits(correlation.setDilation, fc.record({ axis, value: near(LIMITS.dilation) })),
  edits(
    correlation.setPadding,
    fc.record({
      side: fc.constantFrom('top' as const, 'left' as const, 'bottom' as const, 'right' as const),
      value: near(LIMITS.padding),
    }),
  ),
  edits(correlation.setFlip, fc.boolean()),
  edits(correlation.resetCorrelation, nothing),
  edits(edges.paintCells, stroke),
  edits(
    correlation.paintImage,
    fc.record({ cells: fc.array(fc.tuple(fc.nat(7), fc.nat(7))), value: anyNumber }),
  ),
  edits(edges.replacePicture('resize-image'), painted),
  edits(edges.replacePicture('paste-image'), kernel),
  edits(correlation.replaceImage('paste-image'), kernel),
  edits(edges.replacePicture('shift-picture'), picture),
  edits(edges.setEdgeKernelCell, cell),
  edits(edges.resizeEdgeKernel, size),
  edits(edges.replaceEdgeKernel('set-kernel'), kernel),
  edits(correlation.replaceKernel('paste-kernel'), kernel),
  edits(edges.useArticleEdges, nothing),
  edits(learning.setTeacherCell, cell),
  edits(learning.resizeTeacher, size),
  edits(learning.resizeLearner, size),
  edits(
    target.setTargetCell,
    fc.record({ target: painted, row: fc.nat(17), column: fc.nat(17), value: anyNumber }),
  ),
  edits(target.useTeacherTarget, nothing),
  edits(target.setNoise, fc.record({ deviation: anyNumber, seed: near(LIMITS.seed) })),
  edits(optimizer.setLoss, fc.constantFrom('sum' as const, 'mean' as const)),
  edits(optimizer.setOptimizerKind, fc.constantFrom('sgd' as const, 'adam' as const)),
  edits(optimizer.setOptimizerNumber, optimizerNumber),
  edits(optimizer.setNesterov, fc.boolean()),
  edits(learning.setStart, start),
  edits(learning.setStartCell, cell),
  edits(learning.setStop, fc.record({ loss: anyNumber, gradient: anyNumber })),
  edits(learning.setRate, anyNumber),
  edits(learning.setSteps, anyNumber),
  edits(learning.resetLearning, nothing),
);

/** So common among the edits that a run without one of them tests nothing. */
const ALWAYS_TAKEN = [
  'paint',
  'shift-picture',
  'resize-image',
  'set-flip',
  'edit-layer',
  'set-layer-weights',
];

it('keeps every number in its range and every scene with an output', () => {
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 60 }), (sequence) => {
      const store = createStore();
      for (const edit of sequence) {
        const before = store.$document.get();
        if (edit(store) === null) done++;
        else {
          refused++;
          expect(store.$document.get()).toBe(before);
        }
        requireWhole(store.$document.get());
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(done, refused)).toBeGreaterThan(100);
});

it('undo takes back exactly what an edit did, and redo brings it again', () => {
  const taken = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 40, size: 'max' }), (sequence) => {
      const store = createStore();
      for (const edit of sequence) {
        const before = store.$document.get();
        edit(store);
        const after = store.$document.get();
        if (after === before) continue;
        const names = store.$history.get();
        taken.add(names.undo ?? '');
        store.undo();
        expect(store.$document.get()).toEqual(before);
        store.redo();
        expect(store.$document.get()).toEqual(after);
        expect(store.$history.get()).toEqual(names);
      }
    }),
    { numRuns: 200 },
  );
  expect([...taken]).toEqual(expect.arrayContaining(ALWAYS_TAKEN));
});

function requireWhole(document: PlaygroundDocument): void {
  requireDocumentFits(document);
  const { correlation: scene, edges: picture, learning: run } = document;
  requireStack(document.receptive);
  requireGrid(scene.image, LIMITS.imageSide, LIMITS.value);
  requireGrid(scene.kernel, LIMITS.kernelSide, LIMITS.weight);
  requireGrid(picture.image, LIMITS.imageSide, LIMITS.pixel);
  requireGrid(picture.kernel, LIMITS.kernelSide, LIMITS.weight);
  requireGrid(run.teacher, LIMITS.kernelSide, LIMITS.weight);
  requireNumbers(scene.stride, LIMITS.stride);
  requireNumbers(scene.padding, LIMITS.padding);
  requireNumbers(scene.dilation, LIMITS.dilation);
  requireNumbers([run.rate], LIMITS.rate);
  requireNumbers([run.steps], LIMITS.steps);
  if (run.start.kind === 'torch' || run.start.kind === 'near') requireNumbers([run.start.seed], LIMITS.seed);
  if (run.painted) requireGrid(run.painted, LIMITS.imageSide, LIMITS.value);
  requireNumbers([run.stop.loss, run.stop.gradient], LIMITS.threshold);
  requireNumbers([run.noise.deviation], LIMITS.noise);
  requireNumbers([run.noise.seed], LIMITS.seed);
  completeOptimizer({ ...run.optimizer, rate: run.rate });
  const begun = startKernel(run);
  requireGrid(begun, LIMITS.kernelSide, LIMITS.weight);
  expect([begun.rows, begun.columns]).toEqual(Object.values(learnerSize(run)));
}

function requireStack({ image, layers, depth, draws }: ReceptivePart): void {
  requireGrid(image, LIMITS.imageSide, LIMITS.value);
  requireNumbers([layers.length, depth.layers], LIMITS.layers);
  requireNumbers([depth.kernel], LIMITS.depthKernel);
  requireNumbers([draws], LIMITS.draws);
  for (const layer of layers) {
    if (layer.kind === 'pooling') requireNumbers([layer.size], LIMITS.kernelSide);
    if (layer.kind !== 'correlation') continue;
    const [rows, columns] = layer.kernel;
    requireNumbers([rows, columns], LIMITS.kernelSide);
    requireNumbers([layer.stride], LIMITS.stride);
    requireNumbers([layer.padding], LIMITS.padding);
    requireNumbers([layer.dilation], LIMITS.dilation);
    requireNumbers([layer.channels], LIMITS.channels);
    if (layer.weights.kind === 'torch') requireNumbers([layer.weights.seed], LIMITS.seed);
    else expect(layer.weights.kernels).toHaveLength(layer.channels);
    // As many weights as the layer has.
    expect(layerWeight(layer, 2).data).toHaveLength(2 * layer.channels * rows * columns);
  }
}

function requireGrid({ rows, columns, values }: NumberGrid, sides: Range, cells: Range): void {
  requireNumbers([rows, columns], sides);
  expect(values).toHaveLength(rows * columns);
  requireNumbers(values, cells);
}

/** Said here anew, not by the code under test. */
function requireNumbers(values: readonly number[], { minimum, maximum, whole }: Range): void {
  const bad = values.filter(
    (value) => !(value >= minimum && value <= maximum) || (whole && value !== Math.round(value)),
  );
  expect(bad).toEqual([]);
}
