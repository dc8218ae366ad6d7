import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rows } from '../../../src/math/kernels/fixed.ts';
import {
  makeBox,
  makeGabor,
  makeGaussian,
  makeLaplacianOfGaussian,
  makeMotion,
} from '../../../src/math/kernels/made.ts';
import { DEFAULT_PARAMETERS, PRESET_NAMES, PRESETS } from '../../../src/math/kernels/preset.ts';

const sumOf = (rows: Rows) => rows.flat().reduce((sum, value) => sum + value, 0);
const size = fc.integer({ min: 1, max: 15 });
const sigma = fc.double({ min: 0.3, max: 5, noNaN: true });
const angle = fc.double({ min: -180, max: 180, noNaN: true });

describe('blurs', () => {
  it('sum to 1, at any size', () => {
    fc.assert(
      fc.property(size, sigma, angle, (n, s, a) => {
        for (const rows of [makeBox(n), makeGaussian(n, s), makeMotion(n, a)])
          expect(sumOf(rows)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('the Gaussian is the product of its middle row and column', () => {
    const rows = makeGaussian(5, 1.3);
    const middle = rows[2]?.[2] ?? NaN;
    for (const [i, row] of rows.entries()) {
      for (const [j, value] of row.entries()) {
        expect(value * middle).toBeCloseTo((rows[i]?.[2] ?? NaN) * (rows[2]?.[j] ?? NaN), 15);
      }
    }
  });

  // MATLAB's documentation of fspecial('gaussian'), default size 3 and σ 0.5.
  it('3×3 with σ 0.5 is the published one', () => {
    const [first, second] = makeGaussian(3, 0.5);
    expect(first?.map((value) => value.toFixed(4))).toEqual(['0.0113', '0.0838', '0.0113']);
    expect(second?.[1]?.toFixed(4)).toBe('0.6193');
  });

  it('a level motion is a row, an upright one a column, a diagonal one symmetric', () => {
    expect(makeMotion(3, 0).map((row) => row.map((value) => Math.round(value * 3)))).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(makeMotion(5, 90).map((row) => row[2]?.toFixed(3))).toEqual(Array(5).fill('0.200'));
    const rising = makeMotion(5, 45);
    expect(rising[0]?.[4]).toBeGreaterThan(0);
    expect(rising[0]?.[0]).toBe(0);
  });
});

describe('the Laplacian of a Gaussian', () => {
  it('sums to 0, is negative in the middle, and turns with the image', () => {
    const rows = makeLaplacianOfGaussian(7, 1);
    expect(sumOf(rows)).toBeCloseTo(0, 12);
    expect(rows[3]?.[3]).toBeLessThan(0);
    expect(rows.map((_, j) => rows.map((row) => row[j]))).toEqual(rows.map((row) => [...row]));
  });

  // MATLAB's documentation of fspecial('log'): size 5, σ 0.5.
  it('5×5 with σ 0.5 is the published one', () => {
    const rows = makeLaplacianOfGaussian(5, 0.5);
    expect(rows[2]?.map((value) => value.toFixed(4))).toEqual([
      '0.0564',
      '0.7146',
      '-4.9048',
      '0.7146',
      '0.0564',
    ]);
  });
});

describe('the Gabor function', () => {
  it('is 1 in the middle and falls to −e^(−1/2) half a wave along, a width away', () => {
    const rows = makeGabor(5, 0, 2, 1);
    expect(rows[2]?.[2]).toBe(1);
    expect(rows[2]?.[3]).toBeCloseTo(-Math.exp(-0.5), 12);
    expect(rows[1]?.[2]).toBeCloseTo(Math.exp(-0.5), 12);
  });

  it('a quarter turn of the angle is a transposition', () => {
    const along = makeGabor(5, 0, 3, 1.5);
    const up = makeGabor(5, 90, 3, 1.5);
    along.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(up[j]?.[i]).toBeCloseTo(value, 12);
      });
    });
  });
});

describe('the gallery', () => {
  it.each(PRESET_NAMES)('%s has rows of one length and finite weights', (name) => {
    const rows = PRESETS[name].make(DEFAULT_PARAMETERS);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.flat().every(Number.isFinite)).toBe(true);
  });

  it('what looks for edges or corners sees nothing on flat ground', () => {
    const flat = PRESET_NAMES.filter(
      (name) => Math.abs(sumOf(PRESETS[name].make(DEFAULT_PARAMETERS))) < 1e-9,
    );
    expect(flat).toEqual([
      'difference',
      'difference-down',
      'roberts',
      'prewitt',
      'prewitt-down',
      'sobel',
      'sobel-down',
      'scharr',
      'scharr-down',
      'laplacian-4',
      'laplacian-8',
      'laplacian-of-gaussian',
      'corner',
    ]);
  });
});
