/** Repetitions fill a sample, and a training call is long enough that the cost of calling is a small part of it. */
import { expect, test } from 'vitest';
import { countFor, stepsFor, type Take } from '../../src/bench/clock.ts';
import type { Job } from '../../src/bench/contender.ts';

const JOB: Job = { run: () => new Float32Array(0) };

/** A job whose call costs `call` milliseconds and each operation `each`; it remembers the counts. */
function makeTake(call: number, each: number): { readonly take: Take; readonly counts: number[] } {
  const counts: number[] = [];
  const take: Take = (_, count) => {
    counts.push(count);
    return Promise.resolve(call / count + each);
  };
  return { take, counts };
}

test('something slow is run once', async () => {
  expect(await countFor(makeTake(0, 30).take, JOB, 20)).toBe(1);
  expect(await stepsFor(makeTake(0, 300).take, JOB, 20)).toBe(1);
});

test('something fast fills the sample', async () => {
  expect(await countFor(makeTake(0, 0.01).take, JOB, 20)).toBe(2000);
});

test('what the clock cannot see is repeated until it can', async () => {
  let calls = 0;
  const blind: Take = (_, count) => {
    calls++;
    return Promise.resolve(count < 1000 ? 0 : 0.001);
  };
  expect(await countFor(blind, JOB, 20)).toBe(20_000);
  expect(calls).toBeLessThan(6);
});

test('a call of 4 ms around steps of 1 µs is given thousands of steps', async () => {
  const { take, counts } = makeTake(4, 0.001);
  const steps = await stepsFor(take, JOB, 20);
  expect(steps).toBeGreaterThan(10_000);
  expect(steps * 0.001).toBeLessThan(300);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
});
