import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setImageCell, setKernelCell } from '../../src/state/actions/correlation.ts';
import { paintCells } from '../../src/state/actions/edges.ts';
import { setRate } from '../../src/state/actions/learning.ts';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { createStore, type Store } from '../../src/state/store.ts';

const imageOf = (store: Store) => store.$document.get().correlation.image.values;
const paint = (store: Store, column: number, merge?: string) =>
  store.apply(paintCells, { cells: [[0, column]], value: 1 }, merge === undefined ? {} : { merge });

function undoAll(store: Store): number {
  let count = 0;
  for (; store.$history.get().undo !== null; count++) store.undo();
  return count;
}

describe('edits', () => {
  it('changes the document and tells its listeners', () => {
    const store = createStore();
    const seen: number[] = [];
    store.$document.listen(({ learning }) => seen.push(learning.rate));
    expect(store.apply(setRate, 0.02)).toBeNull();
    expect(seen).toEqual([0.02]);
  });

  it('returns why an input cannot be, and stays as it was', () => {
    const store = createStore();
    expect(store.apply(setRate, -1)).toMatchObject({ code: 'out-of-range', field: 'rate' });
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
    expect(store.$history.get()).toEqual({ undo: null, redo: null });
  });

  it('does not count an edit that changes nothing', () => {
    const store = createStore();
    store.apply(setRate, 0.03);
    expect(store.$history.get().undo).toBeNull();
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
  });
});

describe('history', () => {
  it('names what would be undone and redone', () => {
    const store = createStore();
    store.apply(setRate, 0.02);
    store.apply(setImageCell, { row: 0, column: 0, value: 5 });
    store.undo();
    expect(store.$history.get()).toEqual({ undo: 'set-rate', redo: 'set-image-cell' });
    store.undo();
    expect(store.$history.get()).toEqual({ undo: null, redo: 'set-rate' });
    expect(store.$document.get()).toEqual(DEFAULT_DOCUMENT);
  });

  it('forgets what was undone at the next edit', () => {
    const store = createStore();
    store.apply(setRate, 0.02);
    store.undo();
    store.apply(setRate, 0.01);
    expect(store.$history.get()).toEqual({ undo: 'set-rate', redo: null });
  });

  it('does nothing at either end', () => {
    const store = createStore();
    store.undo();
    store.redo();
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
  });

  it('keeps the last 200 edits', () => {
    const store = createStore();
    for (let value = 1; value <= 250; value++) store.apply(setImageCell, { row: 0, column: 0, value });
    expect(undoAll(store)).toBe(200);
    expect(imageOf(store)[0]).toBe(50);
  });

  it('takes back a document that was put in place', () => {
    const store = createStore();
    const other = { ...DEFAULT_DOCUMENT, learning: { ...DEFAULT_DOCUMENT.learning, rate: 1 } };
    store.replace(other, 'open-link');
    expect(store.$document.get()).toBe(other);
    expect(store.$history.get().undo).toBe('open-link');
    store.undo();
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
  });
});

describe('edits that belong together', () => {
  it('are one undo: a stroke, a number being typed', () => {
    const store = createStore();
    paint(store, 2, 'stroke');
    paint(store, 3, 'stroke');
    store.undo();
    expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
    store.redo();
    expect(store.$document.get().edges.image.values.slice(0, 5)).toEqual([1, 1, 1, 1, 0]);
  });

  it('end where the stroke ends', () => {
    const store = createStore();
    paint(store, 2, 'stroke');
    store.endMerge();
    paint(store, 3, 'stroke');
    expect(undoAll(store)).toBe(2);
  });

  it('end at another edit, at another key and at undo', () => {
    const store = createStore();
    paint(store, 2, 'first');
    paint(store, 3, 'second');
    paint(store, 4);
    paint(store, 5, 'second');
    store.undo();
    paint(store, 5, 'second');
    store.apply(setKernelCell, { row: 0, column: 0, value: 9 }, { merge: 'second' });
    expect(undoAll(store)).toBe(5);
  });

  it('leave no entry when they come back to where they began', () => {
    const store = createStore();
    const type = (value: number) =>
      store.apply(setImageCell, { row: 0, column: 0, value }, { merge: 'cell' });
    store.apply(setRate, 0.02);
    type(7);
    type(0);
    expect(store.$history.get().undo).toBe('set-rate');
    type(8);
    store.undo();
    expect(imageOf(store)[0]).toBe(0);
    expect(store.$history.get()).toEqual({ undo: 'set-rate', redo: 'set-image-cell' });
  });

  it('leave what can be redone when they come to nothing, and not otherwise', () => {
    const store = createStore();
    store.apply(setRate, 0.02);
    store.undo();
    paint(store, 2, 'stroke');
    expect(store.$history.get()).toEqual({ undo: 'paint', redo: null });
    store.apply(paintCells, { cells: [[0, 2]], value: 0 }, { merge: 'stroke' });
    expect(store.$history.get()).toEqual({ undo: null, redo: 'set-rate' });
    store.redo();
    expect(store.$document.get().learning.rate).toBe(0.02);
  });
});

it('comes back to the start by undo and to the end by redo, whatever was done', () => {
  const edit = fc.record({
    column: fc.nat(2),
    value: fc.integer({ min: -3, max: 3 }),
    merge: fc.constantFrom('a', 'b', null),
  });
  const command = fc.oneof(
    { weight: 4, arbitrary: edit },
    fc.constantFrom('undo' as const, 'redo' as const, 'end' as const),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const store = createStore();
      for (const each of commands) {
        if (each === 'undo') store.undo();
        else if (each === 'redo') store.redo();
        else if (each === 'end') store.endMerge();
        else store.apply(setImageCell, { row: 0, ...each }, each.merge === null ? {} : { merge: each.merge });
      }
      while (store.$history.get().redo !== null) store.redo();
      const end = store.$document.get();
      const count = undoAll(store);
      expect(store.$document.get()).toBe(DEFAULT_DOCUMENT);
      for (let i = 0; i < count; i++) store.redo();
      expect(store.$document.get()).toBe(end);
    }),
  );
});
