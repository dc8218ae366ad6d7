/** Two windows of one browser, each with work of its own. */
import { beforeEach, expect, it } from 'vitest';
import * as codec from '../../src/state/document-json.ts';
import { Autosave } from '../../src/state/autosave.ts';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../src/state/document.ts';
import { MemoryStorage } from './memory-storage.ts';

let storage = new MemoryStorage();

beforeEach(() => {
  storage = new MemoryStorage();
});

const withRate = (rate: number): PlaygroundDocument => ({
  ...DEFAULT_DOCUMENT,
  learning: { ...DEFAULT_DOCUMENT.learning, rate },
});

const open = (): Autosave =>
  new Autosave(
    () => storage,
    () => {
      throw new Error('the storage takes everything');
    },
    '',
    codec,
  );

const save = (window: Autosave, rate: number): void => {
  window.save(withRate(rate));
  window.flush();
};
/** All that was set aside, the newest first. */
const asideRates = (): readonly number[] => {
  const lines = (storage.texts.get('corr2d:aside:1') ?? '').split('\n').filter((line) => line !== '');
  return lines.map((line) => codec.documentFromJson(line).learning.rate);
};
const openWindow = (): Autosave => {
  const window = open();
  window.load();
  return window;
};

it('neither loses what the other saved', () => {
  const [one, two] = [openWindow(), openWindow()];
  save(one, 0.01);
  save(one, 0.02);
  expect(asideRates()).toEqual([]);
  save(two, 0.03);
  expect(open().load()).toEqual(withRate(0.03));
  expect(asideRates()).toEqual([0.02]);
});

it('each has one state aside, however often they take turns', () => {
  const [one, two] = [openWindow(), openWindow()];
  for (const rate of [1, 2, 3, 4, 5]) {
    save(one, rate);
    save(two, rate / 10);
  }
  expect(open().load()).toEqual(withRate(0.5));
  expect(asideRates()).toEqual([5]);
  save(one, 6);
  expect(asideRates()).toEqual([0.5]);
});

it('what a link replaced in one of them is kept, too', () => {
  const one = openWindow();
  save(one, 0.01);
  const two = openWindow();
  two.keepAside(withRate(0.01));
  save(one, 0.02);
  save(two, 0.3);
  expect(asideRates()).toEqual([0.02, 0.01]);
  save(one, 0.04);
  one.keepAside(withRate(0.04));
  save(two, 0.5);
  save(one, 0.6);
  expect(asideRates()).toEqual([0.5, 0.04, 0.01]);
});

it('nothing goes aside where the other is at the start', () => {
  const [one, two] = [openWindow(), openWindow()];
  one.save(DEFAULT_DOCUMENT);
  one.flush();
  save(two, 0.03);
  expect(asideRates()).toEqual([]);
});
