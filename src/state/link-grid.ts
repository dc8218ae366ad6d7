/** Numbers and grids in the JSON of a link: a grid is `[rows, columns, values…]`, row-major. */
import * as v from 'valibot';
import type { NumberGrid } from './document.ts';
import { LIMITS, rangeFault, type Range } from './limits.ts';

const LONGEST_GRID = 2 + LIMITS.imageSide.maximum ** 2;

export const number = (range: Range) =>
  v.pipe(
    v.number(),
    v.check((value) => rangeFault(value, range) === null),
  );

export const grid = (side: Range) =>
  v.pipe(
    v.array(v.number()),
    v.maxLength(LONGEST_GRID),
    v.check((numbers) => isGrid(numbers, side)),
  );

export function flattened({ rows, columns, values }: NumberGrid): number[] {
  return [rows, columns, ...values];
}

export function toGrid([rows = 0, columns = 0, ...values]: readonly number[]): NumberGrid {
  return { rows, columns, values };
}

function isGrid([rows = 0, columns = 0, ...values]: readonly number[], side: Range): boolean {
  if (rangeFault(rows, side) !== null || rangeFault(columns, side) !== null) return false;
  return (
    values.length === rows * columns && values.every((value) => rangeFault(value, LIMITS.value) === null)
  );
}
