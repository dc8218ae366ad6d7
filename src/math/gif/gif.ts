/** The parts of a GIF89a file, in the order in which they are written: head, frames, tail. */
import { lzwEncode } from './lzw.ts';

export interface GifHead {
  readonly width: number;
  readonly height: number;
  /** 1 to 256 colours, `0xrrggbb`. */
  readonly palette: readonly number[];
}

/** A rectangle that is laid over what the frames before it left. */
export interface GifFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Places in the palette, row-major. */
  readonly indices: Uint8Array;
  /** How long it stays, in hundredths of a second. */
  readonly delay: number;
}

/** Sides are written in two bytes. */
export const LARGEST_GIF_SIDE = 65_535;
const LARGEST_SUB_BLOCK = 255;

/** Signature, screen, colour table, and the application's extension that lets the film begin again for ever. */
export function gifHead({ width, height, palette }: GifHead): Uint8Array {
  const bits = tableBits(palette.length);
  const table = new Uint8Array(3 << bits);
  palette.forEach((color, index) => {
    table.set([color >> 16, (color >> 8) & 0xff, color & 0xff], 3 * index);
  });
  return joined([
    ascii('GIF89a'),
    Uint8Array.of(...word(width), ...word(height), 0x80 | ((bits - 1) << 4) | (bits - 1), 0, 0),
    table,
    Uint8Array.of(0x21, 0xff, 11),
    ascii('NETSCAPE2.0'),
    Uint8Array.of(3, 1, 0, 0, 0),
  ]);
}

/** `colors` as many as the head's palette has. */
export function gifFrame({ left, top, width, height, indices, delay }: GifFrame, colors: number): Uint8Array {
  const minimumSize = Math.max(2, tableBits(colors));
  const leaveInPlace = 1 << 2;
  return joined([
    Uint8Array.of(0x21, 0xf9, 4, leaveInPlace, ...word(delay), 0, 0),
    Uint8Array.of(0x2c, ...word(left), ...word(top), ...word(width), ...word(height), 0),
    Uint8Array.of(minimumSize),
    subBlocks(lzwEncode(indices, minimumSize)),
  ]);
}

export function gifTail(): Uint8Array {
  return Uint8Array.of(0x3b);
}

/** A colour table has 2, 4, 8 … 256 entries. */
function tableBits(colors: number): number {
  return Math.max(1, Math.ceil(Math.log2(colors)));
}

function subBlocks(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += LARGEST_SUB_BLOCK) {
    const part = bytes.subarray(at, at + LARGEST_SUB_BLOCK);
    parts.push(Uint8Array.of(part.length), part);
  }
  return joined([...parts, Uint8Array.of(0)]);
}

function word(value: number): readonly [number, number] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
