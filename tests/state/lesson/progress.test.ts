import { expect, it } from 'vitest';
import { Progress } from '../../../src/state/lesson/progress.ts';

const KEY = 'corr2d:solved:1';

function storageOf(entries: Record<string, string> = {}) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    open: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }),
  };
}

it('is there again at the next visit, and tells each task once', () => {
  const { open } = storageOf();
  const progress = new Progress(open);
  expect(progress.add(['same-size', 'corners'])).toEqual(['same-size', 'corners']);
  expect(progress.add(['corners', 'half-turn'])).toEqual(['half-turn']);
  expect([...new Progress(open).solved].sort()).toEqual(['corners', 'half-turn', 'same-size']);
});

it('joins what another tab has solved meanwhile', () => {
  const { open, kept } = storageOf();
  const progress = new Progress(open);
  kept.set(KEY, 'corners');
  progress.add(['half-turn']);
  expect([...progress.solved].sort()).toEqual(['corners', 'half-turn']);
  expect([...new Progress(open).solved].sort()).toEqual(['corners', 'half-turn']);
});

it('passes over names that it does not know', () => {
  const { open } = storageOf({ [KEY]: 'corners of-another-version  <b>' });
  expect([...new Progress(open).solved]).toEqual(['corners']);
});

it('lasts as long as the page where storage is blocked', () => {
  const progress = new Progress(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  expect(progress.add(['corners'])).toEqual(['corners']);
  expect([...progress.solved]).toEqual(['corners']);
});
