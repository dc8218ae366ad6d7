import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushCells, ellipseCells, floodCells, rectangleCells } from '../../../src/math/picture/shapes.ts';
import { lineCells, type Cell } from '../../../src/math/stroke.ts';

/** Hand-drawn pictures: `#` is covered. */
function draw(cells: readonly Cell[], rows: number, columns: number): string[] {
  const covered = new Set(cells.map(([row, column]) => row * columns + column));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => (covered.has(row * columns + column) ? '#' : '.')).join(
      '',
    ),
  );
}

const cell = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
const keys = (cells: readonly Cell[]) => new Set(cells.map(String));

describe('a rectangle', () => {
  it('is a frame, or filled, from any corner', () => {
    expect(draw(rectangleCells([3, 4], [1, 1], false), 5, 6)).toEqual([
      '......',
      '.####.',
      '.#..#.',
      '.####.',
      '......',
    ]);
    expect(draw(rectangleCells([1, 4], [3, 1], true), 5, 6)[2]).toBe('.####.');
  });

  it('of one cell is the cell', () => {
    expect(rectangleCells([2, 2], [2, 2], false)).toEqual([[2, 2]]);
  });
});

describe('an ellipse', () => {
  it('is as drawn by hand', () => {
    expect(draw(ellipseCells([0, 0], [4, 6], false), 5, 7)).toEqual([
      '.#####.',
      '#.....#',
      '#.....#',
      '#.....#',
      '.#####.',
    ]);
    expect(draw(ellipseCells([0, 0], [2, 2], true), 3, 3)).toEqual(['###', '###', '###']);
  });

  it('is symmetric and touches all four sides', () => {
    fc.assert(
      fc.property(cell, cell, fc.boolean(), (from, to, filled) => {
        const cells = ellipseCells(from, to, filled);
        const mirrored = cells.map(([row, column]): Cell => [
          from[0] + to[0] - row,
          from[1] + to[1] - column,
        ]);
        expect(keys(mirrored)).toEqual(keys(cells));
        const rows = cells.map(([row]) => row);
        expect([Math.min(...rows), Math.max(...rows)]).toEqual([
          Math.min(from[0], to[0]),
          Math.max(from[0], to[0]),
        ]);
      }),
    );
  });
});

describe('a brush', () => {
  it('is a square around each cell of the stroke, each cell once', () => {
    expect(draw(brushCells([[2, 2]], 3), 5, 5)).toEqual(['.....', '.###.', '.###.', '.###.', '.....']);
    expect(draw(brushCells([[1, 1]], 2), 4, 4)).toEqual(['....', '.##.', '.##.', '....']);
    const wide = brushCells(lineCells([0, 0], [3, 9]), 3);
    expect(keys(wide).size).toBe(wide.length);
  });

  it('of size 1 is the stroke', () => {
    const stroke = lineCells([0, 0], [2, 5]);
    expect(brushCells(stroke, 1)).toBe(stroke);
  });
});

describe('a fill', () => {
  // Two rooms that touch by a corner only.
  const ROOMS = [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1];

  it('goes through sides and not through corners', () => {
    expect(draw(floodCells(ROOMS, 4, 4, [0, 0]), 4, 4)).toEqual(['##..', '##..', '....', '....']);
    expect(draw(floodCells(ROOMS, 4, 4, [3, 3]), 4, 4)).toEqual(['....', '....', '..##', '..##']);
  });

  it('of a cell outside is nothing', () => {
    expect(floodCells(ROOMS, 4, 4, [4, 0])).toEqual([]);
  });

  it('covers its value, is connected, and has another value all around', () => {
    const picture = fc.array(fc.constantFrom(0, 1), { minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(
        picture,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 7 }),
        (values, row, column) => {
          const cells = floodCells(values, 6, 8, [row, column]);
          const filled = keys(cells);
          const value = values[row * 8 + column];
          for (const [y, x] of cells) {
            expect(values[y * 8 + x]).toBe(value);
            for (const [ny, nx] of [
              [y - 1, x],
              [y + 1, x],
              [y, x - 1],
              [y, x + 1],
            ] as const) {
              if (ny < 0 || nx < 0 || ny > 5 || nx > 7 || filled.has(String([ny, nx]))) continue;
              expect(values[ny * 8 + nx]).not.toBe(value);
            }
          }
        },
      ),
    );
  });
});
