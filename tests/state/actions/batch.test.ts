import { describe, expect, it } from 'vitest';
import {
  addToBatch,
  paintOnBatch,
  removeFromBatch,
  setBias,
  toggleFrozen,
} from '../../../src/state/actions/batch.ts';
import { replaceTeacher, resizeLearner } from '../../../src/state/actions/learning.ts';
import { addRival, removeRival, runRival } from '../../../src/state/actions/race.ts';
import { paintTarget, useFilterTarget, useTeacherTarget } from '../../../src/state/actions/target.ts';
import { DEFAULT_DOCUMENT, filledGrid, PLAIN_SGD } from '../../../src/state/document.ts';
import { createStore } from '../../../src/state/store.ts';
import { after, failureOf } from './run-action.ts';

const DOT = { rows: 2, columns: 2, values: [0, 0.5, 0, 1] };

describe('a batch', () => {
  it('takes seven images beside the painted one, and no eighth', () => {
    const store = createStore();
    for (let i = 0; i < 7; i++) expect(store.apply(addToBatch, DOT)).toBeNull();
    expect(store.apply(addToBatch, DOT)).toMatchObject({ code: 'out-of-range', field: 'batch' });
    expect(store.$document.get().learning.batch).toHaveLength(7);
    store.apply(removeFromBatch, 0);
    expect(store.$document.get().learning.batch).toHaveLength(6);
  });

  it('takes greys of a picture only', () => {
    expect(failureOf(addToBatch, filledGrid(2, 2, 1.5))).toMatchObject({ field: 'image' });
  });

  it('changes places with the painted image', () => {
    const store = createStore();
    const picture = filledGrid(6, 8, 1);
    store.apply(addToBatch, picture);
    store.apply(paintOnBatch, 0);
    expect(store.$document.get().edges.image).toEqual(picture);
    expect(store.$document.get().learning.batch).toEqual([DEFAULT_DOCUMENT.edges.image]);
  });

  it('does not put an image on the canvas that no kernel fits', () => {
    const store = createStore();
    store.apply(addToBatch, filledGrid(1, 1, 1));
    expect(store.apply(paintOnBatch, 0)).toMatchObject({ code: 'window-exceeds-image' });
  });
});

describe('frozen weights', () => {
  it('are kept in order, freed again, and never all of them', () => {
    const store = createStore();
    store.apply(toggleFrozen, 1);
    expect(store.$document.get().learning.frozen).toEqual([1]);
    store.apply(toggleFrozen, 0);
    expect(store.$document.get().learning.frozen).toEqual([1]);
    store.apply(setBias, true);
    store.apply(toggleFrozen, 0);
    expect(store.$document.get().learning.frozen).toEqual([0, 1]);
    store.apply(setBias, false);
    expect(store.$document.get().learning.frozen).toEqual([]);
  });

  it('are of one size of the learner', () => {
    const store = createStore();
    store.apply(toggleFrozen, 1);
    store.apply(resizeLearner, { rows: 1, columns: 3 });
    expect(store.$document.get().learning.frozen).toEqual([]);
  });
});

describe('a race', () => {
  const rival = { optimizer: PLAIN_SGD, rate: 0.01 };

  it('takes three rivals, each once', () => {
    const store = createStore();
    for (const rate of [0.01, 0.01, 0.02, 0.03]) store.apply(addRival, { ...rival, rate });
    expect(store.$document.get().learning.rivals.map(({ rate }) => rate)).toEqual([0.01, 0.02, 0.03]);
    expect(store.apply(addRival, { ...rival, rate: 0.04 })).toMatchObject({ field: 'rivals' });
    store.apply(removeRival, 1);
    expect(store.$document.get().learning.rivals.map(({ rate }) => rate)).toEqual([0.01, 0.03]);
  });

  it('lets a rival and the run change places', () => {
    const store = createStore();
    store.apply(addRival, rival);
    store.apply(runRival, 0);
    expect(store.$document.get().learning).toMatchObject({ rate: 0.01, rivals: [{ rate: 0.03 }] });
  });
});

describe('the target', () => {
  it('comes from a filter, whose size the learner gets', () => {
    const { learning } = after(useFilterTarget, 'median');
    expect(learning).toMatchObject({ filter: 'median', learner: { rows: 3, columns: 3 }, painted: null });
    expect(learning.start).toEqual({ kind: 'torch', seed: 0 });
    expect(after(useTeacherTarget, undefined).learning.filter).toBeNull();
  });

  it('comes from a teacher again when one is chosen', () => {
    const store = createStore();
    store.apply(useFilterTarget, 'sobel');
    store.apply(replaceTeacher, { rows: 2, columns: 2, values: [1, 2, 3, 4] });
    expect(store.$document.get().learning).toMatchObject({ filter: null, teacher: { rows: 2, columns: 2 } });
  });

  it('is drawn on as it is shown', () => {
    const shown = filledGrid(6, 7, 0.25);
    const { painted } = after(paintTarget(shown), { cells: [[0, 1]], value: -1 }).learning;
    expect(painted?.values.slice(0, 3)).toEqual([0.25, -1, 0.25]);
  });
});
