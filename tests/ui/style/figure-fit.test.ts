/** Cells are as large as the page allows, never under the smallest target, and figures stack where a row does not fit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitCells } from '../../../src/ui/style/figure-fit.ts';

const columns = fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 4 });
const width = fc.integer({ min: 280, max: 4000 });

test('the article’s first figure stands in a row on a phone and on a desk', () => {
  expect(fitCells(328, [3, 2, 2]).stacked).toBe(false);
  expect(fitCells(1200, [3, 2, 2])).toEqual({ cell: 60, stacked: false });
});

test('on a wide screen cells grow with it', () => {
  // 1680 is about what a window of 2560 pixels leaves beside the lesson, 1.4 times the 1200 up to which cells are 60.
  expect(fitCells(1680, [3, 2, 2])).toEqual({ cell: 84, stacked: false });
  expect(fitCells(1680, [8, 2, 7]).cell).toBe(84);
});

test('the 6×8 image stacks on a phone, with cells that use its width', () => {
  expect(fitCells(328, [8, 2, 7])).toEqual({ cell: 40, stacked: true });
});

test('up to 16 columns no cell is smaller than a target of WCAG 2.2, and none is larger than asked for', () => {
  fc.assert(
    fc.property(width, columns, (available, grids) => {
      const { cell } = fitCells(available, grids, { largest: 76 });
      expect(cell).toBeGreaterThanOrEqual(Math.max(...grids) > 16 ? 10 : 24);
      expect(cell).toBeLessThanOrEqual(Math.max(76, (76 * available) / 1200));
      expect(Number.isInteger(cell)).toBe(true);
    }),
  );
});

test('grids in a row fit the width', () => {
  fc.assert(
    fc.property(width, columns, (available, grids) => {
      const { cell, stacked } = fitCells(available, grids);
      const total = grids.reduce((sum, count) => sum + count, 0);
      if (!stacked) expect(cell * total).toBeLessThanOrEqual(available);
    }),
  );
});

test('zoomed, cells are so many times as large, one grid over the other', () => {
  expect(fitCells(1200, [64, 3, 62]).cell).toBe(18);
  expect(fitCells(1200, [64, 3, 62], { zoom: 1.5 })).toEqual({ cell: 27, stacked: true });
  expect(fitCells(328, [20, 2, 19]).cell).toBe(16);
  expect(fitCells(328, [20, 2, 19], { zoom: 1.1 })).toEqual({ cell: 18, stacked: true });
  expect(fitCells(328, [64, 3, 62]).cell).toBe(10);
  expect(fitCells(328, [64, 3, 62], { zoom: 0.5 })).toEqual({ cell: 5, stacked: true });
  expect(fitCells(328, [20, 2, 19], { zoom: 1 })).toEqual(fitCells(328, [20, 2, 19]));
});
