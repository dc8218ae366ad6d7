import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipGrid, transposeGrid, type NumberGrid } from '../../src/state/document.ts';
import {
  gridNorm,
  gridSum,
  mirrorGrid,
  negateGrid,
  normalizeGrid,
  outerProduct,
  rotateGrid,
  rotateGridBack,
  resizeGrid,
  shiftGrid,
  upendGrid,
  withBlock,
} from '../../src/state/grid-transform.ts';

const GRID: NumberGrid = { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] };

const anyGrid = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((values): NumberGrid => ({ rows, columns, values })),
  );

describe('by hand', () => {
  it('turned to the right, and back', () => {
    expect(rotateGrid(GRID)).toEqual({ rows: 3, columns: 2, values: [4, 1, 5, 2, 6, 3] });
    expect(rotateGridBack(GRID)).toEqual({ rows: 3, columns: 2, values: [3, 6, 2, 5, 1, 4] });
  });

  it('mirrored and upended', () => {
    expect(mirrorGrid(GRID).values).toEqual([3, 2, 1, 6, 5, 4]);
    expect(upendGrid(GRID).values).toEqual([4, 5, 6, 1, 2, 3]);
  });

  it('resized around an anchor', () => {
    const far = { y: 1, x: 1 };
    expect(resizeGrid(GRID, 3, 4, { y: 0, x: 0 }, 9).values).toEqual([1, 2, 3, 9, 4, 5, 6, 9, 9, 9, 9, 9]);
    expect(resizeGrid(GRID, 3, 4, far, 9).values).toEqual([9, 9, 9, 9, 9, 1, 2, 3, 9, 4, 5, 6]);
    expect(resizeGrid(GRID, 4, 1, { y: 0.5, x: 0.5 }, 9).values).toEqual([9, 2, 5, 9]);
    expect(resizeGrid(GRID, 1, 2, far, 9).values).toEqual([5, 6]);
  });

  it('shifted, with wrap', () => {
    expect(shiftGrid(GRID, 0, 1).values).toEqual([3, 1, 2, 6, 4, 5]);
    expect(shiftGrid(GRID, -1, 0).values).toEqual([4, 5, 6, 1, 2, 3]);
    expect(shiftGrid(GRID, 1, -1).values).toEqual([5, 6, 4, 2, 3, 1]);
  });

  it('Sobel is an outer product', () => {
    expect(outerProduct([1, 2, 1], [-1, 0, 1])).toEqual({
      rows: 3,
      columns: 3,
      values: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
    });
  });

  it('sum and norm', () => {
    expect(gridSum(GRID)).toBe(21);
    expect(gridNorm({ rows: 1, columns: 2, values: [3, -4] })).toBe(5);
  });

  it('normalised to the sum 1, to magnitudes where there is no sum, and zeros stay', () => {
    expect(normalizeGrid({ rows: 1, columns: 2, values: [1, 3] }).values).toEqual([0.25, 0.75]);
    expect(normalizeGrid({ rows: 1, columns: 2, values: [1, -1] }).values).toEqual([0.5, -0.5]);
    expect(normalizeGrid({ rows: 1, columns: 2, values: [0, 0] }).values).toEqual([0, 0]);
    // 0.1 + 0.2 − 0.3 is not 0 in floating point, and no sum either.
    expect(Math.max(...normalizeGrid({ rows: 1, columns: 3, values: [0.1, 0.2, -0.3] }).values)).toBeLessThan(
      1,
    );
  });

  it('a block is written over, and grows the grid', () => {
    const block = { rows: 2, columns: 2, values: [7, 8, 9, 10] };
    expect(withBlock(GRID, block, 0, 0).values).toEqual([7, 8, 3, 9, 10, 6]);
    expect(withBlock(GRID, block, 1, 2)).toEqual({
      rows: 3,
      columns: 4,
      values: [1, 2, 3, 0, 4, 5, 7, 8, 0, 0, 9, 10],
    });
  });
});

describe('identities', () => {
  it('what undoes itself', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        for (const twice of [mirrorGrid, upendGrid, negateGrid, transposeGrid, flipGrid]) {
          expect(twice(twice(grid))).toEqual(grid);
        }
        expect(rotateGridBack(rotateGrid(grid))).toEqual(grid);
      }),
    );
  });

  it('two quarter turns are a half, and a half is both mirrors', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        expect(rotateGrid(rotateGrid(grid))).toEqual(flipGrid(grid));
        expect(mirrorGrid(upendGrid(grid))).toEqual(flipGrid(grid));
      }),
    );
  });
});

it('a shift and its opposite, or a whole round, leave the grid as it was', () => {
  const distance = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(anyGrid, distance, distance, (grid, down, right) => {
      expect(shiftGrid(shiftGrid(grid, down, right), -down, -right)).toEqual(grid);
      expect(shiftGrid(grid, down + 3 * grid.rows, right - 3 * grid.columns)).toEqual(
        shiftGrid(grid, down, right),
      );
    }),
  );
});
