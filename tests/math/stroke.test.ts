import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineCells, type Cell } from '../../src/math/stroke.ts';

const cell = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));

it('is the cell itself for a tap', () => {
  expect(lineCells([3, 4], [3, 4])).toEqual([[3, 4]]);
});

it('draws the textbook line', () => {
  expect(lineCells([1, 0], [3, 4])).toHaveLength(5);
  expect(lineCells([0, 0], [0, 2])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
  ]);
  expect(lineCells([2, 2], [0, 0])).toEqual([
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
});

it('includes both ends and leaves no gap', () => {
  fc.assert(
    fc.property(cell, cell, (from, to) => {
      const cells = lineCells(from, to);
      expect(cells[0]).toEqual(from);
      expect(cells.at(-1)).toEqual(to);
      cells.slice(1).forEach((next, i) => {
        expect(chebyshev(next, cells[i] ?? next)).toBe(1);
      });
    }),
  );
});

it('has max(|Δrow|, |Δcolumn|) + 1 cells, both ways', () => {
  fc.assert(
    fc.property(cell, cell, (from, to) => {
      expect(lineCells(from, to)).toHaveLength(chebyshev(from, to) + 1);
      expect(lineCells(to, from)).toHaveLength(chebyshev(from, to) + 1);
    }),
  );
});

it('stays within half a cell of the true line', () => {
  fc.assert(
    fc.property(cell, cell, (from, to) => {
      const length = chebyshev(from, to);
      for (const [row, column] of lineCells(from, to)) {
        const cross = (row - from[0]) * (to[1] - from[1]) - (column - from[1]) * (to[0] - from[0]);
        expect(Math.abs(cross)).toBeLessThanOrEqual(length / 2 + 1e-9);
      }
    }),
  );
});

function chebyshev(a: Cell, b: Cell): number {
  return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
}
