import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFixed, formatNumber, roundDown } from '../../src/math/format.ts';

describe('formatNumber', () => {
  it.each([
    [19, 4, '19'],
    [-1, 4, '−1'],
    [0, 2, '0'],
    [-0, 2, '0'],
    [100, 0, '100'],
    [16777216, 2, '16777216'],
    [Math.fround(0.1), 4, '0.1'],
    [0.27042237, 4, '0.2704'],
    [-0.5, 2, '−0.5'],
    [9.999, 2, '10'],
    [1.005e9, 3, '1.005e9'],
    [-2.98e-8, 2, '−2.98e−8'],
    [0.004, 2, '4e−3'],
    [0.005, 2, '0.01'],
    [NaN, 2, 'NaN'],
    [Infinity, 2, '∞'],
    [-Infinity, 2, '−∞'],
  ])('%d with %d digits is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it('reads back within half a unit of the last digit, with no hyphen and no trailing zero', () => {
    const anyFloat = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(anyFloat, fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const text = formatNumber(value, digits);
        const back = Number(text.replaceAll('−', '-'));
        const unit = text.includes('e') ? Math.abs(value) : 1;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5001 * unit * 10 ** -digits);
        expect(text).not.toMatch(/-|^−0$|\.\d*0(e|$)/);
        expect(back === 0).toBe(value === 0);
      }),
    );
  });
});

describe('formatFixed', () => {
  it.each([
    [9.47019318, 3, '9.470'],
    [1.0307, 4, '1.0307'],
    [-0.9488000000000001, 4, '−0.9488'],
    [-0.00001, 3, '0.000'],
    [-0, 1, '0.0'],
    [12, 0, '12'],
    [NaN, 3, 'NaN'],
    [-Infinity, 3, '−∞'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatFixed(value, decimals)).toBe(text);
  });
});

it.each([
  [1 / 30, 3, 0.0333],
  [1.2999, 3, 1.29],
  [0.000123456, 2, 0.00012],
  [25, 1, 20],
  [0.02, 3, 0.02],
  [0, 3, 0],
  [Infinity, 3, Infinity],
])('rounds %d down to %d digits: %d', (value, digits, rounded) => {
  expect(roundDown(value, digits)).toBe(rounded);
});
