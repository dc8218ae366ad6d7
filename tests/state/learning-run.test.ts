import { expect, it } from 'vitest';
import { makeTensor } from '../../src/math/tensor.ts';
import { afterReport, safeSteps, startState, type SessionState } from '../../src/state/learning-run.ts';
import { filledGrid } from '../../src/state/document.ts';

/** Of the article's Hessian: eigenvalues 12 and 60. */
const limits = { smallest: 12, largest: 60, largestStable: 1 / 30, best: 1 / 36 };
const one = (value: number) => makeTensor([1, 1, 1, 1], [value]);

it('bounds a report only where the loss can grow', () => {
  // The factor along curvature 60 is 1 − 60 · rate.
  expect(safeSteps(1 - 60 * 0.03)).toBe(Infinity);
  expect(safeSteps(-1)).toBe(Infinity);
  // 1.96^20 = 7.0e5 and 1.96^21 = 1.4e6: the loss may grow a million times inside a report.
  expect(safeSteps(1 - 60 * 0.04)).toBe(20);
  expect(safeSteps(1 - 60 * 10)).toBe(1);
});

it('thins a long trace and keeps both ends', () => {
  let state: SessionState = startState(filledGrid(1, 1, 0), limits);
  for (let step = 1; step <= 5000; step++) {
    const report = { step, losses: Float32Array.of(1), kernel: one(step), gradient: one(0) };
    state = afterReport(state, report, 0.03);
  }
  const steps = state.trace.map((point) => point.step);
  expect(steps.length).toBeLessThanOrEqual(2000);
  expect(steps.length).toBeGreaterThan(900);
  expect([steps[0], steps.at(-1)]).toEqual([0, 5000]);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
  expect(state.trace.every(({ step, kernel }) => kernel[0] === step)).toBe(true);
  expect(state.losses).toHaveLength(5000);
});

it('calls it diverged past 1000 times the first loss, not before', () => {
  const start = startState(filledGrid(1, 1, 0), limits);
  const report = (last: number) => ({
    step: 2,
    losses: Float32Array.of(2, last),
    kernel: one(1),
    gradient: one(1),
  });
  expect(afterReport(start, report(2000), 0.04)).toMatchObject({ status: 'ready', problem: null });
  expect(afterReport(start, report(2001), 0.04)).toMatchObject({
    status: 'diverged',
    problem: { code: 'diverged', rate: 0.04, largestStable: 1 / 30, best: 1 / 36, step: 2 },
  });
});

it.each([
  ['loss', { losses: Float32Array.of(NaN) }],
  ['kernel', { kernel: one(Infinity) }],
  ['gradient', { gradient: one(-Infinity) }],
])('takes nothing of a report with a %s that is not finite', (_, part) => {
  const start = startState(filledGrid(1, 1, 3), limits);
  const report = { step: 1, losses: Float32Array.of(1), kernel: one(1), gradient: one(1), ...part };
  expect(afterReport(start, report, 0.04)).toEqual({
    ...start,
    status: 'diverged',
    problem: { code: 'diverged', rate: 0.04, largestStable: 1 / 30, best: 1 / 36, step: 0 },
  });
});
