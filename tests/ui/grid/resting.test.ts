/** What waits for a stroke to rest, and what is kept while nothing changes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { kept } from '../../../src/ui/scenes/kept.ts';
import { Resting } from '../../../src/ui/grid/resting.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('the first change is shown at once, and of those that follow the last, when they rest', () => {
  const requestUpdate = vi.fn();
  const resting = new Resting<string>({ requestUpdate });
  expect(resting.of('before')).toBe('before');
  vi.advanceTimersByTime(1000);
  expect(requestUpdate).not.toHaveBeenCalled();

  expect(resting.of('a')).toBe('a');
  vi.advanceTimersByTime(100);
  expect(resting.of('b')).toBe('a');
  vi.advanceTimersByTime(100);
  expect(resting.of('c')).toBe('a');
  expect(requestUpdate).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(requestUpdate).toHaveBeenCalledTimes(1);
  expect(resting.of('c')).toBe('c');
});

test('a value that comes back while it waits asks for nothing', () => {
  const requestUpdate = vi.fn();
  const resting = new Resting<string>({ requestUpdate });
  resting.of('a');
  resting.of('b');
  resting.of('a');
  vi.advanceTimersByTime(1000);
  expect(requestUpdate).not.toHaveBeenCalled();
  expect(resting.of('a')).toBe('a');
});

test('a result is kept for the same arguments, and made anew for others', () => {
  const pair = kept((left: number, right: object) => ({ left, right }));
  const object = {};
  const first = pair(1, object);
  expect(pair(1, object)).toBe(first);
  expect(pair(2, object)).toEqual({ left: 2, right: object });
  expect(pair(1, {})).not.toBe(first);
});
