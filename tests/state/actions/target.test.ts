import { expect, it } from 'vitest';
import { setNoise, setTargetCell, useTeacherTarget } from '../../../src/state/actions/target.ts';
import { DEFAULT_DOCUMENT, filledGrid } from '../../../src/state/document.ts';
import { LIMITS } from '../../../src/state/limits.ts';
import { after, failureOf } from './run-action.ts';

const target = filledGrid(6, 7, 0);
const entered = after(setTargetCell, { target, row: 1, column: 2, value: 5 });

it('is entered by hand, from what is shown', () => {
  expect(entered.learning.painted?.values[9]).toBe(5);
  expect(entered.learning.painted).toMatchObject({ rows: 6, columns: 7 });
  expect(failureOf(setTargetCell, { target, row: 0, column: 0, value: 1e5 })).toMatchObject({
    field: 'target',
    cell: { row: 0, column: 0 },
  });
});

it('is the teacher’s again', () => {
  expect(after(useTeacherTarget, undefined, entered)).toEqual(DEFAULT_DOCUMENT);
});

it('takes noise; what is entered by hand takes it over as it is shown', () => {
  const noisy = after(setNoise, { deviation: 0.5, seed: 7 });
  expect(noisy.learning.noise).toEqual({ deviation: 0.5, seed: 7 });
  const { learning } = after(setTargetCell, { target, row: 0, column: 0, value: 1 }, noisy);
  expect(learning.noise).toEqual({ deviation: 0, seed: 7 });
  expect(failureOf(setNoise, { deviation: -1, seed: 0 })).toMatchObject({
    field: 'noise',
    range: LIMITS.noise,
  });
  expect(failureOf(setNoise, { deviation: 1, seed: 0.5 })).toMatchObject({ field: 'noise-seed' });
});
