/**
 * Pictures in the JSON of a link: `[rows, columns, bits]` where they are binary, or `[rows, columns, bytes, "g"]`, a byte a
 * cell in hundredths.
 */
import * as v from 'valibot';
import { base64urlToBytes, bytesToBase64url } from './base64url.ts';
import type { NumberGrid } from './document.ts';
import { LIMITS } from './limits.ts';
import { number } from './link-grid.ts';

const LONGEST_PICTURE = Math.ceil((LIMITS.imageSide.maximum ** 2 * 4) / 3);

const side = number(LIMITS.imageSide);
const pictureText = v.pipe(v.string(), v.maxLength(LONGEST_PICTURE));

/** The text must be what this picture packs into: no byte too few or too many, no bit set past the last cell. */
export const picture = v.pipe(
  v.union([
    v.strictTuple([side, side, pictureText]),
    v.strictTuple([side, side, pictureText, v.literal('g')]),
  ]),
  v.check((cells) => {
    const image = unpacked(cells);
    const repacked = packed(image);
    return repacked[2] === cells[2] && repacked[3] === cells[3] && image.values.every((value) => value <= 1);
  }),
);

export type PackedPicture =
  [rows: number, columns: number, text: string] | [number, number, string, grey: 'g'];

/** Eight cells a byte, the first in the highest bit; or a byte a cell where there are greys. */
export function packed({ rows, columns, values }: NumberGrid): PackedPicture {
  if (values.some((value) => value !== 0 && value !== 1)) {
    return [
      rows,
      columns,
      bytesToBase64url(Uint8Array.from(values, (value) => Math.round(100 * value))),
      'g',
    ];
  }
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, index) => {
    if (value === 1) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  });
  return [rows, columns, bytesToBase64url(bytes)];
}

export function unpacked([rows, columns, text, grey]: PackedPicture): NumberGrid {
  const bytes = base64urlToBytes(text) ?? new Uint8Array();
  const bit = (index: number) => ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
  const level = (index: number) => (bytes[index] ?? 0) / 100;
  return {
    rows,
    columns,
    values: Array.from({ length: rows * columns }, (_, index) => (grey ? level(index) : bit(index))),
  };
}
