/** Grids turned, mirrored and scaled: each gives a new grid. */
import { transposeGrid, type NumberGrid } from './document.ts';

/** A quarter turn, clockwise. */
export function rotateGrid(grid: NumberGrid): NumberGrid {
  return mirrorGrid(transposeGrid(grid));
}

/** A quarter turn, counter-clockwise. */
export function rotateGridBack(grid: NumberGrid): NumberGrid {
  return transposeGrid(mirrorGrid(grid));
}

/** Left and right change places. */
export function mirrorGrid({ rows, columns, values }: NumberGrid): NumberGrid {
  return {
    rows,
    columns,
    values: values.map((_, index) => values[index - 2 * (index % columns) + columns - 1] ?? 0),
  };
}

/** Top and bottom change places. */
export function upendGrid({ rows, columns, values }: NumberGrid): NumberGrid {
  return {
    rows,
    columns,
    values: values.map((_, index) => {
      const row = Math.floor(index / columns);
      return values[(rows - 1 - row) * columns + (index % columns)] ?? 0;
    }),
  };
}

export function negateGrid(grid: NumberGrid): NumberGrid {
  return { ...grid, values: grid.values.map((value) => (value === 0 ? 0 : -value)) };
}

export function gridSum({ values }: NumberGrid): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The root of the sum of squares (Frobenius). */
export function gridNorm({ values }: NumberGrid): number {
  return Math.hypot(...values);
}

/** Scaled to the sum 1; where the sum is 0, to magnitudes that sum to 1; zeros stay. */
export function normalizeGrid(grid: NumberGrid): NumberGrid {
  const magnitudes = grid.values.reduce((sum, value) => sum + Math.abs(value), 0);
  const sum = gridSum(grid);
  // A sum of rounding errors is none.
  const divisor = Math.abs(sum) > 1e-12 * magnitudes ? sum : magnitudes;
  if (divisor === 0) return grid;
  return { ...grid, values: grid.values.map((value) => (value === 0 ? 0 : value / divisor)) };
}

/** column · row: every kernel of this form is separable. */
export function outerProduct(column: readonly number[], row: readonly number[]): NumberGrid {
  const values = column.flatMap((y) => row.map((x) => (x * y === 0 ? 0 : x * y)));
  return { rows: column.length, columns: row.length, values };
}

/** `block` written over `grid` from a cell on; the grid grows as far as the block reaches, with zeros. */
export function withBlock(grid: NumberGrid, block: NumberGrid, top: number, left: number): NumberGrid {
  const rows = Math.max(grid.rows, top + block.rows);
  const columns = Math.max(grid.columns, left + block.columns);
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    const [y, x] = [row - top, column - left];
    if (y >= 0 && x >= 0 && y < block.rows && x < block.columns)
      return block.values[y * block.columns + x] ?? 0;
    return row < grid.rows && column < grid.columns ? (grid.values[row * grid.columns + column] ?? 0) : 0;
  });
  return { rows, columns, values };
}

/** Moved by whole cells; what leaves on one side comes in on the other. */
export function shiftGrid({ rows, columns, values }: NumberGrid, down: number, right: number): NumberGrid {
  return {
    rows,
    columns,
    values: values.map((_, index) => {
      const row = modulo(Math.floor(index / columns) - down, rows);
      return values[row * columns + modulo((index % columns) - right, columns)] ?? 0;
    }),
  };
}

/** Where the old content stays when a grid gets another size: 0 at the top or left, 0.5 in the middle, 1 at the far end. */
export interface Anchor {
  readonly y: number;
  readonly x: number;
}

/** Another size; new cells hold `fill`. */
export function resizeGrid(
  grid: NumberGrid,
  rows: number,
  columns: number,
  anchor: Anchor,
  fill: number,
): NumberGrid {
  const top = Math.round((rows - grid.rows) * anchor.y);
  const left = Math.round((columns - grid.columns) * anchor.x);
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns) - top;
    const column = (index % columns) - left;
    const inside = row >= 0 && column >= 0 && row < grid.rows && column < grid.columns;
    return inside ? (grid.values[row * grid.columns + column] ?? fill) : fill;
  });
  return { rows, columns, values };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
