/** Comparing results whose roundings add up over many steps, where no bound for each element is derived. */
import { expect } from 'vitest';

/** Fails with the first element that is off by more than `tolerance`, relative to values above 1. */
export function expectClose(actual: Float32Array, expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const worst = expected.findIndex((value, i) => {
    // Written so that NaN fails.
    return !(Math.abs((actual[i] ?? NaN) - value) <= tolerance * Math.max(1, Math.abs(value)));
  });
  expect(worst, `element ${String(worst)}: ${String(actual[worst])}, not ${String(expected[worst])}`).toBe(
    -1,
  );
}
