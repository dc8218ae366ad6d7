/** Cells that are selected together, as in a spreadsheet: from the cell where that began to the one it has reached. */
import type { NumberGrid } from '../../state/document.ts';
import type { CellPosition } from './cell-events.ts';

/** A rectangle of cells, both ends included. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rectangle that has these corners. */
export function areaOf(from: CellPosition, to: CellPosition): CellArea {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** What stands in an area. */
export function partOf({ columns, values }: NumberGrid, { top, left, bottom, right }: CellArea): NumberGrid {
  const width = right - left + 1;
  const height = bottom - top + 1;
  return {
    rows: height,
    columns: width,
    values: Array.from({ length: height * width }, (_, index) => {
      return values[(top + Math.floor(index / width)) * columns + left + (index % width)] ?? 0;
    }),
  };
}

/** A block of one text in every cell of an area. */
export function repeated(text: string, { top, left, bottom, right }: CellArea): string {
  const line = Array<string>(right - left + 1)
    .fill(text)
    .join('\t');
  return Array<string>(bottom - top + 1)
    .fill(line)
    .join('\n');
}

export function isInArea({ top, left, bottom, right }: CellArea, { row, column }: CellPosition): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
