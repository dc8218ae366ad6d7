/** Drawing tools on a grid, as the cells that they cover; some may lie outside the picture. */
import type { Cell } from '../stroke.ts';

/** The frame of a rectangle with two corners, or all of it. */
export function rectangleCells(from: Cell, to: Cell, filled: boolean): readonly Cell[] {
  const [top, bottom] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [left, right] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  return boxCells(top, left, bottom, right).filter(([row, column]) => {
    return filled || row === top || row === bottom || column === left || column === right;
  });
}

/**
 * The ellipse that touches the sides of a rectangle with two corners: cells whose middle is inside, and the middle ones of each
 * side; of those, for an outline, the ones with a side on the outside.
 */
export function ellipseCells(from: Cell, to: Cell, filled: boolean): readonly Cell[] {
  const [top, bottom] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [left, right] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const [height, width] = [(bottom - top + 1) / 2, (right - left + 1) / 2];
  const isInside = (row: number, column: number): boolean => {
    const y = Math.abs(row - (top + bottom) / 2);
    const x = Math.abs(column - (left + right) / 2);
    if (y >= height || x >= width) return false;
    return (x / width) ** 2 + (y / height) ** 2 <= 1 || x <= 0.5 || y <= 0.5;
  };
  return boxCells(top, left, bottom, right).filter(([row, column]) => {
    if (!isInside(row, column)) return false;
    return filled || neighboursOf(row, column).some(([y, x]) => !isInside(y, x));
  });
}

/** Every cell of a stroke as a square of `size` cells around it; each cell once. */
export function brushCells(stroke: readonly Cell[], size: number): readonly Cell[] {
  if (size === 1) return stroke;
  const before = Math.floor((size - 1) / 2);
  const after = size - 1 - before;
  const covered = new Map<string, Cell>();
  for (const [row, column] of stroke) {
    for (const cell of boxCells(row - before, column - before, row + after, column + after)) {
      covered.set(`${String(cell[0])},${String(cell[1])}`, cell);
    }
  }
  return [...covered.values()];
}

/** The cells of one value that are connected to a cell by their sides, itself included; none for a cell outside. */
export function floodCells(
  values: readonly number[],
  rows: number,
  columns: number,
  [row, column]: Cell,
): readonly Cell[] {
  if (row < 0 || column < 0 || row >= rows || column >= columns) return [];
  const value = values[row * columns + column];
  const seen = new Uint8Array(rows * columns);
  const found: Cell[] = [[row, column]];
  seen[row * columns + column] = 1;
  for (const [y, x] of found) {
    for (const [nextY, nextX] of neighboursOf(y, x)) {
      const index = nextY * columns + nextX;
      if (nextY < 0 || nextX < 0 || nextY >= rows || nextX >= columns) continue;
      if (seen[index] === 1 || values[index] !== value) continue;
      seen[index] = 1;
      found.push([nextY, nextX]);
    }
  }
  return found;
}

function boxCells(top: number, left: number, bottom: number, right: number): Cell[] {
  const columns = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * columns }, (_, index) => {
    return [top + Math.floor(index / columns), left + (index % columns)] as const;
  });
}

function neighboursOf(row: number, column: number): readonly Cell[] {
  return [
    [row - 1, column],
    [row + 1, column],
    [row, column - 1],
    [row, column + 1],
  ];
}
