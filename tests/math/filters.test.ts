import { expect, it } from 'vitest';
import { FILTER_NAMES, filterWeights, filterWindow } from '../../src/math/filters.ts';

const WINDOW = [9, 1, 8, 2, 7, 3, 6, 4, 5];

it.each([
  ['median', 5],
  ['maximum', 9],
  ['minimum', 1],
  // (9·1 + 1·2 + 8·1 + 2·2 + 7·4 + 3·2 + 6·1 + 4·2 + 5·1) / 16
  ['gaussian', 76 / 16],
  // 1 + 2 + 3 + 4 − 4·7
  ['laplacian', -18],
  // Across (8 + 2·3 + 5) − (9 + 2·2 + 6) = 0, down (6 + 2·4 + 5) − (9 + 2·1 + 8) = 0.
  ['sobel', 0],
] as const)('%s of nine cells', (name, value) => {
  expect(filterWindow(name, WINDOW)).toBe(value);
});

it('Sobel’s length is that of both slopes', () => {
  // A ramp of 1 a cell to the right and 3 a row: 8 and 24.
  expect(filterWindow('sobel', [0, 1, 2, 3, 4, 5, 6, 7, 8])).toBe(Math.hypot(8, 24));
});

it('only the correlations have weights, and those give what the filter gives', () => {
  for (const name of FILTER_NAMES) {
    const weights = filterWeights(name);
    expect(weights !== null).toBe(name === 'gaussian' || name === 'laplacian');
    if (!weights) continue;
    const sum = WINDOW.reduce((total, cell, i) => total + cell * (weights[i] ?? 0), 0);
    expect(filterWindow(name, WINDOW)).toBe(sum);
  }
});
