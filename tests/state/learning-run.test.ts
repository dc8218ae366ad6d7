import { expect, it } from 'vitest';
import { makeTensor } from '../../src/math/tensor.ts';
import {
  afterReport,
  safeSteps,
  shownCount,
  startState,
  type SessionState,
} from '../../src/state/learning-run.ts';
import { filledGrid, type NumberGrid } from '../../src/state/document.ts';
import type { Layer } from '../../src/state/learning-layer.ts';

/** Of the article's Hessian: eigenvalues 12 and 60. */
const limits = { smallest: 12, largest: 60, largestStable: 1 / 30, best: 1 / 36 };
const one = (value: number) => makeTensor([1, 1, 1, 1], [value]);
/** A kernel of one weight. */
const layerOf = (weight: number): Layer => ({
  size: { rows: 1, columns: 1 },
  image: one(1),
  target: one(1),
  kernel: one(weight),
  free: [0],
  start: [weight],
});
const layer = layerOf(0);
const begin = (kernel: NumberGrid) => startState(kernel, layerOf(kernel.values[0] ?? NaN), limits);

it('bounds a report only where the loss can grow', () => {
  // The factor along curvature 60 is 1 − 60 · rate.
  expect(safeSteps(1 - 60 * 0.03)).toBe(Infinity);
  expect(safeSteps(-1)).toBe(Infinity);
  // 1.96^20 = 7.0e5 and 1.96^21 = 1.4e6: the loss may grow a million times inside a report.
  expect(safeSteps(1 - 60 * 0.04)).toBe(20);
  expect(safeSteps(1 - 60 * 10)).toBe(1);
});

it('thins a long trace and keeps both ends', () => {
  let state: SessionState = begin(filledGrid(1, 1, 0));
  for (let step = 1; step <= 5000; step++) {
    const report = { step, losses: Float32Array.of(1), kernel: one(step), gradient: one(0) };
    state = afterReport(state, layer, report, 0.03);
  }
  const steps = state.trace.map((point) => point.step);
  expect(steps.length).toBeLessThanOrEqual(2000);
  expect(steps.length).toBeGreaterThan(900);
  expect([steps[0], steps.at(-1)]).toEqual([0, 5000]);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
  expect(state.trace.every(({ step, weights }) => weights[0] === step)).toBe(true);
  expect(state.losses).toHaveLength(5000);
});

it('calls it diverged past 1000 times the first loss, not before', () => {
  const start = begin(filledGrid(1, 1, 0));
  const report = (last: number) => ({
    step: 2,
    losses: Float32Array.of(2, last),
    kernel: one(1),
    gradient: one(1),
  });
  expect(afterReport(start, layer, report(2000), 0.04)).toMatchObject({ status: 'ready', problem: null });
  expect(afterReport(start, layer, report(2001), 0.04)).toMatchObject({
    status: 'diverged',
    problem: { code: 'diverged', rate: 0.04, largestStable: 1 / 30, best: 1 / 36, step: 2 },
  });
});

it.each([
  ['loss', { losses: Float32Array.of(NaN) }],
  ['kernel', { kernel: one(Infinity) }],
  ['gradient', { gradient: one(-Infinity) }],
])('takes nothing of a report with a %s that is not finite', (_, part) => {
  const start = begin(filledGrid(1, 1, 3));
  const report = { step: 1, losses: Float32Array.of(1), kernel: one(1), gradient: one(1), ...part };
  expect(afterReport(start, layer, report, 0.04)).toEqual({
    ...start,
    status: 'diverged',
    problem: { code: 'diverged', rate: 0.04, largestStable: 1 / 30, best: 1 / 36, step: 0 },
  });
});

it('a rate below the limit converges, however much the loss grows: from the optimum it can only grow', () => {
  const start = begin(filledGrid(1, 1, 0));
  const report = { step: 2, losses: Float32Array.of(0, 5), kernel: one(1), gradient: one(1) };
  expect(afterReport(start, layer, report, 0.03)).toMatchObject({ status: 'ready', problem: null });
  expect(afterReport(start, layer, report, 0.04)).toMatchObject({ status: 'diverged' });
});

it('shows losses up to one that blew up, or past 1000 times the first where a run grows', () => {
  expect(shownCount([1, 2, Infinity, 3], false)).toBe(2);
  expect(shownCount([1, 1000, 1001, 3], true)).toBe(2);
  expect(shownCount([1, 1000, 1001, 3], false)).toBe(4);
});
