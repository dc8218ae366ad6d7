import { expect, test } from 'vitest';
import { ArrayPool } from '../../../src/engine/cpu/crew/array-pool.ts';
import { cropSweep, joinRows, makeStrips, shareStrips } from '../../../src/engine/cpu/crew/strips.ts';
import { makeSweep } from '../../../src/engine/cpu/wasm/sweep.ts';
import { planCorrelation } from '../../../src/math/geometry.ts';

/** 2^24 multiply-adds are 4096 · 4096 windows of one cell. */
const large = makeSweep(planCorrelation([1, 1, 4096, 4096], [1, 1, 1, 1]));
const below = makeSweep(planCorrelation([1, 1, 4095, 4096], [1, 1, 1, 1]));

test('from 2^24 multiply-adds on there are eight strips, of all rows in order', () => {
  expect(makeStrips(below)).toEqual([{ first: 0, count: 4095 }]);
  const strips = makeStrips(large);
  expect(strips.map(({ count }) => count)).toEqual(Array(8).fill(512));
  expect(strips.map(({ first }) => first)).toEqual(Array.from({ length: 8 }, (_, i) => 512 * i));
});

test('what is computed twice is shared from half of that on', () => {
  expect(makeStrips(below, 2)).toHaveLength(8);
});

test('no strip has a single row, and few rows are few strips', () => {
  const flat = makeSweep(planCorrelation([1, 1, 7, 2 ** 22], [1, 1, 1, 1]));
  expect(makeStrips(flat).map(({ count }) => count)).toEqual([2, 2, 3]);
});

test.each([
  [1, [8]],
  [2, [4, 4]],
  [3, [2, 3, 3]],
  [8, Array(8).fill(1)],
  [40, Array(8).fill(1)],
])('%i cores take all strips in order: %j', (cores, counts) => {
  const strips = makeStrips(large);
  const shares = shareStrips(strips, cores);
  expect(shares.map(({ length }) => length)).toEqual(counts);
  expect(shares.flat()).toEqual(strips);
});

test('neighbouring strips join into their rows', () => {
  expect(joinRows(makeStrips(large).slice(2, 5))).toEqual({ first: 1024, count: 1536 });
});

test('a crop keeps the image rows under its windows, and where padding begins', () => {
  const padded = makeSweep(
    planCorrelation([1, 1, 10, 4], [1, 1, 3, 1], { padding: [2, 0, 2, 0], stride: [2, 1] }),
  );
  // Windows of response row r: image rows 2r − 2 to 2r.
  expect(padded.output[0]).toBe(6);
  expect(cropSweep(padded, { first: 0, count: 2 })).toMatchObject({
    image: { first: 0, count: 3 },
    sweep: { image: [3, 4], output: [2, 4], origin: [-2, 0] },
  });
  expect(cropSweep(padded, { first: 2, count: 2 })).toMatchObject({
    image: { first: 2, count: 5 },
    sweep: { image: [5, 4], output: [2, 4], origin: [0, 0] },
  });
  expect(cropSweep(padded, { first: 4, count: 2 })).toMatchObject({
    image: { first: 6, count: 4 },
    sweep: { image: [4, 4], output: [2, 4], origin: [0, 0] },
  });
});

test('arrays are used again where they are large enough and not much larger', () => {
  const pool = new ArrayPool();
  const first = pool.take(100);
  expect(first).toHaveLength(100);
  pool.giveBack(first);
  const small = pool.take(20);
  expect(small.buffer).not.toBe(first.buffer);
  const again = pool.take(50);
  expect(again.buffer).toBe(first.buffer);
  expect(again).toHaveLength(50);
  expect(pool.take(50).buffer).not.toBe(first.buffer);
});

test('no more than 128 MiB are kept', () => {
  const pool = new ArrayPool();
  const arrays = [0, 1].map(() => new Float32Array(2 ** 24));
  pool.giveBack(...arrays, new Float32Array(2 ** 24));
  const taken = [0, 1, 2].map(() => pool.take(2 ** 24).buffer);
  expect(taken.slice(0, 2)).toEqual(arrays.map(({ buffer }) => buffer));
  expect(arrays.map(({ buffer }) => buffer)).not.toContain(taken[2]);
});
