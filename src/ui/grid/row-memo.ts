/** What the rows of a grid are made from: a row is rendered anew only where that changed. */
import type { Marks } from './marks.ts';

/** For each row with a mark in it, or a window's beside it, which ones: outlines depend on the neighbouring rows. */
export function markKeys(marks: Marks): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const [cell, mark] of marks) {
    const row = Number(cell.slice(0, cell.indexOf(',')));
    const isOutlined = mark === 'window' || mark === 'feeds';
    for (const near of isOutlined ? [row - 1, row, row + 1] : [row])
      keys.set(near, `${keys.get(near) ?? ''}${cell}${mark};`);
  }
  return keys;
}

/** The values row by row; a row that is as it was in `last` is the same array. */
export function keptRows(
  values: readonly number[],
  columns: number,
  last: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return Array.from({ length: values.length / columns }, (_, row) => {
    const before = last[row];
    const first = row * columns;
    return before && isRow(before, values, first, columns) ? before : values.slice(first, first + columns);
  });
}

function isRow(row: readonly number[], values: readonly number[], first: number, columns: number): boolean {
  if (row.length !== columns) return false;
  for (let at = 0; at < columns; at++) if (row[at] !== values[first + at]) return false;
  return true;
}
