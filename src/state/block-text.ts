/**
 * A block of numbers as text: what a spreadsheet copies, CSV, and the literals of NumPy, MATLAB, Octave, Julia, Python,
 * JavaScript.
 */
import { BlockError } from './block-error.ts';
import type { NumberGrid } from './document.ts';
import { readNumber, toAscii } from './input.ts';

/** Longer text is refused before it is looked at closely. */
const LONGEST = 100_000;
const WRAPPERS = /^\s*(?:[\w.]+\s*=)?\s*(?:[\w.]+\s*\()?\s*/;

/** The cell of a grid, counted from 0, that a block begins at. */
interface BlockStart {
  readonly row: number;
  readonly column: number;
}

const CORNER: BlockStart = { row: 0, column: 0 };

/**
 * The block in `text`, for a grid of at most `most` rows and columns, from `start` on; throws BlockError. A number may be a
 * fraction such as 1/9. A comma is a decimal one where tabs separate.
 */
export function parseBlock(text: string, most: number, start = CORNER): NumberGrid {
  const length = { row: 1, column: 1, text: '', expected: LONGEST };
  if (text.length > LONGEST) throw new BlockError({ code: 'block-too-long', ...length });
  const rows = splitRows(toAscii(text)).map(splitCells);
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new BlockError({ code: 'block-empty', row: 1, column: 1, text: '', expected: 1 });
  requireRoom(rows, most, start);
  const values = rows.flatMap((cells, row) => {
    if (cells.length !== columns) throw ragged(row, cells.length, columns);
    return cells.map((cell, column) => parseCell(cell, row, column));
  });
  return { rows: rows.length, columns, values };
}

/** Rows of a literal stand in brackets or end with `;`, others are lines. */
function splitRows(text: string): string[] {
  const body = text.replace(WRAPPERS, '').replace(/\)?\s*;?\s*$/, '');
  const nested = [...body.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? '');
  const isNested = /^\s*\[\s*\[/.test(body);
  if (isNested) return nested;
  const inner = nested.length === 1 && /^\s*\[/.test(body) ? (nested[0] ?? '') : body;
  return inner.split(/[;\r\n]+/).filter((line) => line.trim() !== '');
}

function splitCells(row: string): string[] {
  if (row.includes('\t'))
    return row
      .replace(/\t$/, '')
      .split('\t')
      .map((cell) => cell.trim());
  const plain = row.trim().replace(/,$/, '');
  if (plain === '') return [];
  return plain.includes(',') ? plain.split(',').map((cell) => cell.trim()) : plain.split(/\s+/);
}

/** The first number that lies past the largest grid: to the right of it, or else below it. */
function requireRoom(rows: readonly (readonly string[])[], most: number, { row, column }: BlockStart): void {
  const widest = most - column;
  const highest = most - row;
  const wide = rows.findIndex((cells, index) => index < highest && cells.length > widest);
  if (wide < 0 && rows.length <= highest) return;
  const place = wide < 0 ? { row: highest + 1, column: 1 } : { row: wide + 1, column: widest + 1 };
  throw new BlockError({ code: 'block-too-large', ...place, text: '', expected: most });
}

function parseCell(text: string, row: number, column: number): number {
  const value = readNumber(text);
  if (Number.isFinite(value)) return value;
  const place = { row: row + 1, column: column + 1 };
  throw new BlockError({ code: 'block-not-a-number', ...place, text: text.slice(0, 40), expected: 0 });
}

function ragged(row: number, count: number, expected: number): BlockError {
  const place = { row: row + 1, column: Math.min(count, expected) + 1 };
  return new BlockError({ code: 'block-ragged', ...place, text: String(count), expected });
}

export type BlockFormat = 'tabs' | 'numpy' | 'matlab' | 'python';

/** The grid as text of a format; the numbers are exact. */
export function formatBlock({ rows, columns, values }: NumberGrid, format: BlockFormat): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    values.slice(row * columns, (row + 1) * columns).map(String),
  );
  switch (format) {
    case 'tabs':
      return lines.map((line) => line.join('\t')).join('\n');
    case 'matlab':
      return `[${lines.map((line) => line.join(' ')).join('; ')}]`;
    case 'python':
      return `[${lines.map((line) => `[${line.join(', ')}]`).join(', ')}]`;
    case 'numpy':
      return `np.array([${lines.map((line) => `[${line.join(', ')}]`).join(', ')}])`;
  }
}
