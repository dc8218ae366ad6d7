/** Pictures as the tools change them: each gives a new one. */
import { extremesOf } from '../../math/value-scale.ts';
import { brushCells, ellipseCells, rectangleCells } from '../../math/picture/shapes.ts';
import { lineCells, type Cell } from '../../math/stroke.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { PaintSettings } from './paint-settings.ts';

/** A part of a picture, by its top left cell. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The values that a picture shows in black and in white: 0 and 1, or further out where it goes beyond them. */
export function levelEnds(values: readonly number[]): { readonly low: number; readonly high: number } {
  const [least, greatest] = extremesOf(values);
  return { low: Math.min(0, least), high: Math.max(1, greatest) };
}

/** What stands out against `value` in a picture of these values: the end that is farther from it. */
export function inverseOf(value: number, values: readonly number[]): number {
  const { low, high } = levelEnds(values);
  return value <= (low + high) / 2 ? high : low;
}

/** Black becomes white, white black, and what lies between changes sides. */
export function withLevelsInverted(image: NumberGrid): NumberGrid {
  const { low, high } = levelEnds(image.values);
  // Without the rounding errors of 1 − 0.9.
  return { ...image, values: image.values.map((value) => Number((low + high - value).toPrecision(12))) };
}

/** The picture with these cells of one value; cells outside are passed over. */
export function withCells(image: NumberGrid, cells: readonly Cell[], value: number): NumberGrid {
  const values = [...image.values];
  for (const [row, column] of cells) {
    if (isInside(image, row, column)) values[row * image.columns + column] = value;
  }
  return { ...image, values };
}

/** A line, rectangle or ellipse from cell to cell. */
export function withShape(
  image: NumberGrid,
  { tool, size, filled }: PaintSettings,
  from: Cell,
  to: Cell,
  value: number,
): NumberGrid {
  const cells =
    tool === 'rectangle'
      ? rectangleCells(from, to, filled)
      : tool === 'ellipse'
        ? ellipseCells(from, to, filled)
        : lineCells(from, to);
  return withCells(image, brushCells(cells, size), value);
}

/** The inked cells of a stamp, its middle on a cell. */
export function withStamp(
  image: NumberGrid,
  stamp: NumberGrid,
  [row, column]: Cell,
  value: number,
): NumberGrid {
  const top = row - Math.floor(stamp.rows / 2);
  const left = column - Math.floor(stamp.columns / 2);
  const inked = stamp.values.flatMap((ink, index): Cell[] => {
    return ink === 1 ? [[top + Math.floor(index / stamp.columns), left + (index % stamp.columns)]] : [];
  });
  return withCells(image, inked, value);
}

/** The area between two cells, inside the picture. */
export function areaBetween({ rows, columns }: NumberGrid, from: Cell, to: Cell): Area {
  const row = clamp(Math.min(from[0], to[0]), rows - 1);
  const column = clamp(Math.min(from[1], to[1]), columns - 1);
  return {
    row,
    column,
    rows: clamp(Math.max(from[0], to[0]), rows - 1) - row + 1,
    columns: clamp(Math.max(from[1], to[1]), columns - 1) - column + 1,
  };
}

export function contains({ row, column, rows, columns }: Area, cell: Cell): boolean {
  return cell[0] >= row && cell[1] >= column && cell[0] < row + rows && cell[1] < column + columns;
}

/** An area moved, paper where it was; what goes over an edge is lost. */
export function withMovedArea(
  image: NumberGrid,
  area: Area,
  down: number,
  right: number,
  paper: number,
): NumberGrid {
  const values = [...image.values];
  const lifted = cellsOf(area).map(([row, column]) => {
    const value = image.values[row * image.columns + column] ?? paper;
    values[row * image.columns + column] = paper;
    return [row + down, column + right, value] as const;
  });
  for (const [row, column, value] of lifted) {
    if (isInside(image, row, column)) values[row * image.columns + column] = value;
  }
  return { ...image, values };
}

function cellsOf({ row, column, rows, columns }: Area): Cell[] {
  return Array.from({ length: rows * columns }, (_, index) => {
    return [row + Math.floor(index / columns), column + (index % columns)] as const;
  });
}

function isInside({ rows, columns }: NumberGrid, row: number, column: number): boolean {
  return row >= 0 && column >= 0 && row < rows && column < columns;
}

function clamp(value: number, maximum: number): number {
  return Math.max(0, Math.min(value, maximum));
}
