/** What the rows of a grid are made from, as keys: a row is rendered anew only where its key changed. */
import type { Marks } from './marks.ts';

/** For each row with a mark in it or beside it, which ones: outlines depend on the neighbouring rows. */
export function markKeys(marks: Marks): ReadonlyMap<number, string> {
  const keys = new Map<number, string>();
  for (const [cell, mark] of marks) {
    const row = Number(cell.slice(0, cell.indexOf(',')));
    for (const near of [row - 1, row, row + 1]) keys.set(near, `${keys.get(near) ?? ''}${cell}${mark};`);
  }
  return keys;
}

/** The values of a row. */
export function valuesKey(values: readonly number[], columns: number, row: number): string {
  return values.slice(row * columns, (row + 1) * columns).join();
}
