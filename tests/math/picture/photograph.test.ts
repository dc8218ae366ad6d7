import { describe, expect, it } from 'vitest';
import { thresholdedPhotograph } from '../../../src/math/picture/photograph.ts';

/** `#` is dark. */
function rowsOf(size: number): string[] {
  const letters = thresholdedPhotograph(size).map((value) => (value === 1 ? '.' : value === 0 ? '#' : '?'));
  return Array.from({ length: size }, (_, row) => letters.slice(row * size, (row + 1) * size).join(''));
}

describe('the photograph, thresholded', () => {
  it.each([8, 16, 32, 64])('fills %d×%d cells with black and white', (size) => {
    const rows = rowsOf(size);
    expect(rows.map(({ length }) => length)).toEqual(Array<number>(size).fill(size));
    expect(rows.join('')).toMatch(/^[.#]+$/);
  });

  it('has the sky light, and the man’s coat dark, as who looks at the photograph sees', () => {
    const rows = rowsOf(64);
    for (const row of rows.slice(0, 5)) expect(row).toBe('.'.repeat(64));
    expect(rows[30]?.slice(18, 24)).toBe('######');
  });
});
