/** Undo takes every edit back whole, and redo brings it again: the table has each name, or it does not compile. */
import { describe, expect, it } from 'vitest';
import type { ActionName, ImageEdit, KernelEdit } from '../../src/state/action.ts';
import {
  addToBatch,
  paintOnBatch,
  removeFromBatch,
  setBias,
  toggleFrozen,
} from '../../src/state/actions/batch.ts';
import * as correlation from '../../src/state/actions/correlation.ts';
import * as edges from '../../src/state/actions/edges.ts';
import * as learning from '../../src/state/actions/learning.ts';
import { setLoss, setOptimizerKind } from '../../src/state/actions/optimizer.ts';
import * as receptive from '../../src/state/actions/receptive.ts';
import { addRival, removeRival, runRival } from '../../src/state/actions/race.ts';
import { setNoise, setTargetCell } from '../../src/state/actions/target.ts';
import { setScaleColors } from '../../src/state/actions/view.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../src/state/document.ts';
import { createStore, type Store } from '../../src/state/store.ts';

type Edit = (store: Store) => unknown;

const IMAGE = { rows: 7, columns: 9, values: Array.from({ length: 63 }, (_, index) => (index % 5) / 4) };
const KERNEL = { rows: 2, columns: 2, values: [0.5, -3, 7, 1e-3] };
const CELL = { row: 0, column: 1, value: 7 };
const OTHER: PlaygroundDocument = {
  ...DEFAULT_DOCUMENT,
  learning: { ...DEFAULT_DOCUMENT.learning, rate: 0.5 },
};

/** An edit of each scene that has such an image, or such a kernel. */
const image =
  (name: ImageEdit): Edit =>
  (store) => {
    store.apply(correlation.replaceImage(name), IMAGE);
    store.apply(edges.replacePicture(name), IMAGE);
    return store.apply(receptive.replaceStackImage(name), IMAGE);
  };
const kernel =
  (name: KernelEdit): Edit =>
  (store) => {
    store.apply(correlation.replaceKernel(name), KERNEL);
    store.apply(edges.replaceEdgeKernel(name), KERNEL);
    return store.apply(receptive.replaceLayerKernel({ at: 0, channel: 0, input: 0 })(name), KERNEL);
  };
const replace =
  (name: ActionName): Edit =>
  (store) => {
    store.replace(OTHER, name);
  };

const EDITS: Readonly<Record<ActionName, Edit>> = {
  'set-image-cell': (store) => store.apply(correlation.setImageCell, CELL),
  'set-kernel-cell': (store) => store.apply(correlation.setKernelCell, CELL),
  'set-kernel': kernel('set-kernel'),
  'paste-kernel': kernel('paste-kernel'),
  'clear-kernel-cells': kernel('clear-kernel-cells'),
  'random-kernel': kernel('random-kernel'),
  'transpose-kernel': kernel('transpose-kernel'),
  'rotate-kernel': kernel('rotate-kernel'),
  'mirror-kernel': kernel('mirror-kernel'),
  'upend-kernel': kernel('upend-kernel'),
  'negate-kernel': kernel('negate-kernel'),
  'normalize-kernel': kernel('normalize-kernel'),
  'resize-image': image('resize-image'),
  paint: (store) => {
    store.apply(correlation.paintImage, { cells: [[0, 0]], value: 5 });
    return store.apply(edges.paintCells, { cells: [[0, 0]], value: 0.5 });
  },
  'draw-line': image('draw-line'),
  'draw-rectangle': image('draw-rectangle'),
  'draw-ellipse': image('draw-ellipse'),
  'fill-image': image('fill-image'),
  'stamp-image': image('stamp-image'),
  'move-selection': image('move-selection'),
  'paste-image': image('paste-image'),
  'clear-image-cells': image('clear-image-cells'),
  'example-picture': image('example-picture'),
  photograph: image('photograph'),
  'clear-picture': image('clear-picture'),
  'invert-picture': image('invert-picture'),
  'transpose-picture': image('transpose-picture'),
  'turn-picture': image('turn-picture'),
  'mirror-picture': image('mirror-picture'),
  'upend-picture': image('upend-picture'),
  'shift-picture': image('shift-picture'),
  noise: image('noise'),
  'resize-kernel': (store) => store.apply(correlation.resizeKernel, { rows: 1, columns: 3 }),
  'set-stride': (store) => store.apply(correlation.setStride, { axis: 'y', value: 2 }),
  'set-padding': (store) => store.apply(correlation.setPadding, { side: 'top', value: 2 }),
  'set-dilation': (store) => store.apply(correlation.setDilation, { axis: 'x', value: 2 }),
  'set-flip': (store) => store.apply(correlation.setFlip, true),
  'reset-correlation': (store) => {
    store.apply(correlation.setImageCell, CELL);
    return store.apply(correlation.resetCorrelation, undefined);
  },
  'reset-edges': (store) => {
    store.apply(edges.replaceEdgeKernel('set-kernel'), KERNEL);
    return store.apply(edges.useArticleEdges, undefined);
  },
  'set-teacher-cell': (store) => store.apply(learning.setTeacherCell, CELL),
  'set-teacher': (store) => store.apply(learning.replaceTeacher, KERNEL),
  'resize-teacher': (store) => store.apply(learning.resizeTeacher, { rows: 2, columns: 3 }),
  'resize-learner': (store) => store.apply(learning.resizeLearner, { rows: 2, columns: 3 }),
  'set-target': (store) =>
    store.apply(setTargetCell, {
      ...CELL,
      target: { rows: 6, columns: 7, values: Array<number>(42).fill(0) },
    }),
  'set-noise': (store) => store.apply(setNoise, { deviation: 0.5, seed: 3 }),
  'set-loss': (store) => store.apply(setLoss, 'mean'),
  'set-stop': (store) => store.apply(learning.setStop, { loss: 0.5, gradient: 0 }),
  'set-optimizer': (store) => store.apply(setOptimizerKind, 'adam'),
  'set-start': (store) => store.apply(learning.setStartCell, CELL),
  'set-rate': (store) => store.apply(learning.setRate, 0.5),
  'set-steps': (store) => store.apply(learning.setSteps, 500),
  'change-batch': (store) => {
    store.apply(addToBatch, IMAGE);
    store.apply(paintOnBatch, 0);
    return store.apply(removeFromBatch, 0);
  },
  'set-bias': (store) => store.apply(setBias, true),
  'freeze-weight': (store) => store.apply(toggleFrozen, 1),
  'change-race': (store) => {
    store.apply(addRival, { optimizer: DEFAULT_DOCUMENT.learning.optimizer, rate: 0.01 });
    store.apply(runRival, 0);
    return store.apply(removeRival, 0);
  },
  'reset-learning': (store) => {
    store.apply(learning.setRate, 0.5);
    return store.apply(learning.resetLearning, undefined);
  },
  'set-view': (store) => store.apply(setScaleColors, 'grey'),
  'add-layer': (store) => store.apply(receptive.addLayer, { at: 0, kind: 'activation' }),
  'remove-layer': (store) => store.apply(receptive.removeLayer, 1),
  'move-layer': (store) => {
    store.apply(receptive.addLayer, { at: 0, kind: 'activation' });
    return store.apply(receptive.moveLayer, { from: 0, to: 1 });
  },
  'fix-stack': (store) => {
    store.apply(receptive.setLayerNumber, { at: 0, field: 'kernel-rows', value: 5 });
    return store.apply(receptive.fixStack, { at: 0, fix: { kind: 'padding', value: 3 } });
  },
  'edit-layer': (store) => store.apply(receptive.setLayerNumber, { at: 0, field: 'channels', value: 3 }),
  'set-layer-weights': (store) =>
    store.apply(receptive.setLayerCell, { ...CELL, at: 0, channel: 0, input: 0 }),
  'example-stack': (store) => store.apply(receptive.useStackExample, 'lenet'),
  'set-depth': (store) => store.apply(receptive.setDepth, { layers: 5, kernel: 5 }),
  'set-network': (store) => store.apply(receptive.setNetwork, 'vgg'),
  'pin-element': (store) => store.apply(receptive.pinElement, { level: 1, channel: 0, row: 1, column: 0 }),
  'set-draws': (store) => store.apply(receptive.setDraws, 7),
  'open-link': replace('open-link'),
  'open-document': replace('open-document'),
  'start-again': replace('start-again'),
  'restore-work': replace('restore-work'),
};

describe('undo and redo', () => {
  it.each(Object.entries(EDITS) as [ActionName, Edit][])('%s', (name, edit) => {
    const store = createStore();
    expect(edit(store) ?? null).toBeNull();
    const after = store.$document.get();
    expect(store.$history.get().undo).toBe(name);
    let count = 0;
    for (; store.$history.get().undo !== null; count++) store.undo();
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index++) store.redo();
    expect(store.$document.get()).toBe(after);
  });
});
