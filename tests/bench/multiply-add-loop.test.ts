/** The hand-written loop is a valid module, does what it says, and takes time in proportion. */
import { expect, test } from 'vitest';
import { makeLoopModule, measureMultiplyAdds } from '../../src/bench/limits/multiply-add-loop.ts';

test('twelve chains converge to one each', () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(makeLoopModule('multiply-and-add')));
  const run = exports.run as (turns: number) => number;
  expect(run(100)).toBe(12);
  // After one turn of four steps a chain is 1 − (1 − start) / 16; starts are 0.5 + k / 16 for k = 1 … 12.
  const starts = Array.from({ length: 12 }, (_, i) => 0.5 + (i + 1) / 16);
  expect(run(1)).toBeCloseTo(12 - starts.reduce((sum, start) => sum + (1 - start), 0) / 16, 5);
});

test('a thread does more than a hundred million operations a second', () => {
  expect(measureMultiplyAdds('multiply-and-add', 2)).toBeGreaterThan(1e8);
});

test('relaxed SIMD is measured where it is known, and null where not', () => {
  const isKnown = WebAssembly.validate(makeLoopModule('relaxed-multiply-add'));
  expect(measureMultiplyAdds('relaxed-multiply-add', 2) !== null).toBe(isKnown);
});
