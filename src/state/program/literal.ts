/** Numbers and grids as programs write them. */
import type { NumberGrid } from '../document.ts';

/** Shortest text that reads back as the same number; Python, JavaScript, MATLAB and LaTeX's readers all take it. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}

/** Nine digits tell every float32 from its neighbours. */
export function cellText(value: number): string {
  return numberText(Number(value.toPrecision(9)));
}

/** The same with a point, which makes it a float in Python. */
export function floatText(value: number): string {
  const text = cellText(value);
  return /^-?\d+$/.test(text) ? `${text}.` : text;
}

/** Rows in brackets, one on a line where there are several: Python and JavaScript. */
export function nestedText(grid: NumberGrid, cell: (value: number) => string): string {
  const rows = rowsOf(grid).map((row) => `[${row.map(cell).join(', ')}]`);
  return rows.length === 1 ? `[${rows.join('')}]` : `[\n    ${rows.join(',\n    ')}]`;
}

/** Several grids of one size in brackets around them; one grid as it is. */
export function batchText(grids: readonly NumberGrid[], cell: (value: number) => string): string {
  const texts = grids.map((grid) => nestedText(grid, cell));
  return texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
}

/** One bracket, a row on a line: MATLAB and Octave. */
export function matlabText(grid: NumberGrid): string {
  const rows = rowsOf(grid).map((row) => row.map(cellText).join(', '));
  return rows.length === 1 ? `[${rows.join('')}]` : `[\n    ${rows.join('\n    ')}\n]`;
}

export function rowsOf({ rows, columns, values }: NumberGrid): readonly (readonly number[])[] {
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}
