import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisTicks } from '../../src/math/axis-ticks.ts';

it.each([
  [-0.1, 2.1, ['0', '0.5', '1', '1.5', '2']],
  [-3, 3, ['−2', '0', '2']],
  [0.001, 0.0049, ['0.001', '0.002', '0.003', '0.004']],
  [1, 1, []],
])('from %d to %d', (low, high, texts) => {
  expect(axisTicks(low, high).map(({ text }) => text)).toEqual(texts);
});

it('are few, inside and one as far from the next as the others', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.double({ min: 1e-2, max: 1e4, noNaN: true }),
      (low, span) => {
        const values = axisTicks(low, low + span).map(({ value }) => value);
        expect(values.length).toBeGreaterThanOrEqual(3);
        expect(values.length).toBeLessThanOrEqual(11);
        const step = (values[1] ?? 0) - (values[0] ?? 0);
        values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(low - span * 1e-6);
          expect(value).toBeLessThanOrEqual(low + span * (1 + 1e-6));
          expect(value).toBeCloseTo((values[0] ?? 0) + i * step, 6);
        });
      },
    ),
  );
});
