/** Means of areas, worked out by hand, and what holds for all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AreaAverage } from '../../../src/math/picture/area-average.ts';

function averaged(pixels: readonly (readonly number[])[], rows: number, columns: number): number[] {
  const average = new AreaAverage(pixels.length, pixels[0]?.length ?? 0, rows, columns);
  for (const row of pixels) average.addRow(Float64Array.from(row));
  return average.values().map((value) => Number(value.toFixed(12)));
}

describe('by hand', () => {
  it('the mean of each quarter', () => {
    const pixels = [
      [1, 3, 10, 20],
      [5, 7, 30, 40],
      [0, 0, 8, 8],
      [0, 4, 8, 8],
    ];
    expect(averaged(pixels, 2, 2)).toEqual([4, 25, 1, 8]);
  });

  it('a pixel that is cut counts by its share', () => {
    // Three pixels to two cells: a cell is one and a half pixels wide.
    expect(averaged([[3, 6, 9]], 1, 2)).toEqual([4, 8]);
    expect(averaged([[3], [6], [9]], 2, 1)).toEqual([4, 8]);
  });

  it('a pixel fills all the cells that it is enlarged to', () => {
    expect(averaged([[1, 5]], 2, 4)).toEqual([1, 1, 5, 5, 1, 1, 5, 5]);
  });
});

it('keeps the mean of the whole picture, at any size', () => {
  const side = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      side,
      side,
      side,
      side,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (height, width, rows, columns, drawn) => {
        const pixels = Array.from({ length: height }, () => Array.from(drawn.take(width)));
        const mean = (values: readonly number[]) =>
          values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(mean(averaged(pixels, rows, columns))).toBeCloseTo(mean(pixels.flat()), 9);
      },
    ),
  );
});
