/**
 * Cells `[rows, columns, values…]` in fewer characters, for links of version 2: a picture as in `link-picture`; whole numbers as
 * `[rows, columns, text, low, bits]`, base64url of `bits` bits a cell, row-major from the highest bit on, each cell less `low`.
 */
import * as v from 'valibot';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import { LIMITS } from './limits.ts';
import { number } from './link-grid.ts';
import { packed, picture, unpacked } from './link-picture.ts';
import { isPicture } from './link-stack.ts';

type Cells = readonly number[];
type Whole = [rows: number, columns: number, text: string, low: number, bits: number];

/** More than the range of a cell spans. */
const MOST_BITS = 15;

const whole = v.pipe(
  v.strictTuple([
    number(LIMITS.imageSide),
    number(LIMITS.imageSide),
    v.pipe(v.string(), v.maxLength(Math.ceil((LIMITS.imageSide.maximum ** 2 * MOST_BITS) / 6))),
    number({ ...LIMITS.value, whole: true }),
    number({ minimum: 0, maximum: MOST_BITS, whole: true }),
  ]),
  // No byte too few or too many, no bit set past the last cell.
  v.check(([rows, columns, text, , bits]) => {
    return bitText(bitCells(text, rows * columns, bits), bits) === text;
  }),
);

/** The shorter of the ways to write cells down. */
export function packCells(cells: Cells): readonly (number | string)[] {
  const [rows = 0, columns = 0, ...values] = cells;
  if (isPicture({ rows, columns, values })) return packed({ rows, columns, values });
  const short = packWhole(rows, columns, values);
  return short && JSON.stringify(short).length < JSON.stringify(cells).length ? short : cells;
}

/** The cells of a packed form; anything else as it is, for the schema to judge. */
export function unpackCells(data: unknown): unknown {
  if (v.is(picture, data)) {
    const { rows, columns, values } = unpacked(data);
    return [rows, columns, ...values];
  }
  if (!v.is(whole, data)) return data;
  const [rows, columns, text, low, bits] = data;
  return [rows, columns, ...bitCells(text, rows * columns, bits).map((cell) => cell + low)];
}

/** Null for numbers that are not whole, or lie too far apart. */
function packWhole(rows: number, columns: number, values: Cells): Whole | null {
  if (!values.every(Number.isInteger)) return null;
  const low = Math.min(...values);
  const bits = 32 - Math.clz32(Math.max(...values) - low);
  if (bits > MOST_BITS) return null;
  return [
    rows,
    columns,
    bitText(
      values.map((value) => value - low),
      bits,
    ),
    low,
    bits,
  ];
}

function bitText(cells: Cells, bits: number): string {
  const bytes = new Uint8Array(Math.ceil((cells.length * bits) / 8));
  cells.forEach((cell, index) => {
    for (let bit = 0; bit < bits; bit++) {
      const at = index * bits + bit;
      if ((cell >> (bits - 1 - bit)) & 1) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  });
  return bytesToBase64url(bytes);
}

function bitCells(text: string, count: number, bits: number): Cells {
  const bytes = base64urlToBytes(text) ?? new Uint8Array();
  return Array.from({ length: count }, (_, index) => {
    let cell = 0;
    for (let at = index * bits; at < (index + 1) * bits; at++) {
      cell = 2 * cell + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    }
    return cell;
  });
}
