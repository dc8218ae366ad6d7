import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedPart } from '../../../src/math/gif/changed-part.ts';
import { gifFrame, gifHead, gifTail } from '../../../src/math/gif/gif.ts';
import { lzwEncode } from '../../../src/math/gif/lzw.ts';
import { decodeGif, decodeLzw } from './decode-gif.ts';

const bytesOf = (text: string) =>
  Uint8Array.from(text.trim().split(/\s+/), (each) => Number.parseInt(each, 16));

/** The sample of M. Flickinger's "What's in a GIF": ten by ten, blue (2) and red (1) quarters around a white square (0). */
const SAMPLE = [
  ...['1111122222', '1111122222', '1111122222', '1110000222', '1110000222'],
  ...['2220000111', '2220000111', '2222211111', '2222211111', '2222211111'],
].join('');
const SAMPLE_CODES = '8C 2D 99 87 2A 1C DC 33 A0 02 75 EC 95 FA A8 DE 60 8C 04 91 4C 01';

describe('the codes', () => {
  test('are those that are published for the sample picture', () => {
    const indices = Uint8Array.from(SAMPLE, Number);
    expect(lzwEncode(indices, 2)).toEqual(bytesOf(SAMPLE_CODES));
  });

  test('the tests’ decoder reads the published bytes', () => {
    expect(decodeLzw([...bytesOf(SAMPLE_CODES)], 2).join('')).toBe(SAMPLE);
  });

  test('one pixel is clear, pixel, end', () => {
    // 100, 001, 101 from the lowest bit on: 0b01001100, 0b1.
    expect(lzwEncode(Uint8Array.of(1), 2)).toEqual(Uint8Array.of(0b01_001_100, 0b1));
  });

  test('any indices come back', () => {
    const pixels = fc
      .integer({ min: 2, max: 8 })
      .chain((minimum) =>
        fc.tuple(
          fc.constant(minimum),
          fc.array(fc.integer({ min: 0, max: (1 << minimum) - 1 }), { minLength: 1, maxLength: 3000 }),
        ),
      );
    fc.assert(
      fc.property(pixels, ([minimum, indices]) => {
        expect(decodeLzw([...lzwEncode(Uint8Array.from(indices), minimum)], minimum)).toEqual(indices);
      }),
    );
  });

  test.each([2, 4, 8])(
    'a table that fills up many times over comes back, with codes from %i bits',
    (minimum) => {
      let state = 1;
      const indices = Array.from({ length: 60_000 }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
        return (state >> 16) & ((1 << minimum) - 1);
      });
      expect(decodeLzw([...lzwEncode(Uint8Array.from(indices), minimum)], minimum)).toEqual(indices);
    },
  );

  test('every length of one colour comes back, past each change of width', () => {
    for (let length = 1; length < 700; length++) {
      const indices = Array<number>(length).fill(3);
      expect(decodeLzw([...lzwEncode(Uint8Array.from(indices), 2)], 2)).toEqual(indices);
    }
  });
});

describe('the file', () => {
  const palette = [0xffffff, 0xff0000, 0x0000ff, 0x000000];

  test('begins as published for the sample, but for the film that is told to begin again', () => {
    const head = gifHead({ width: 10, height: 10, palette });
    expect(head.slice(0, 25)).toEqual(
      bytesOf('47 49 46 38 39 61 0A 00 0A 00 91 00 00 FF FF FF FF 00 00 00 00 FF 00 00 00'),
    );
    const indices = Uint8Array.from(SAMPLE, Number);
    const frame = gifFrame({ left: 0, top: 0, width: 10, height: 10, indices, delay: 0 }, 4);
    expect(frame).toEqual(
      bytesOf(`21 F9 04 04 00 00 00 00 2C 00 00 00 00 0A 00 0A 00 00 02 16 ${SAMPLE_CODES} 00`),
    );
  });

  test('frames that change parts come back whole, with their delays', () => {
    const frames = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 35, maxLength: 35 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(frames, (all) => {
        const colors = [1, 20, 300, 4000, 50_000];
        const parts = all.map((indices, i) => ({
          ...changedPart(i > 0 ? Uint8Array.from(all[i - 1] ?? []) : null, Uint8Array.from(indices), 7, 5),
          delay: i + 3,
        }));
        const file = [
          gifHead({ width: 7, height: 5, palette: colors }),
          ...parts.map((part) => gifFrame(part, colors.length)),
          gifTail(),
        ];
        const decoded = decodeGif(Uint8Array.from(file.flatMap((bytes) => [...bytes])));
        expect([decoded.width, decoded.height, decoded.loops]).toEqual([7, 5, 0]);
        expect(decoded.frames.map(({ delay }) => delay)).toEqual(all.map((_, i) => i + 3));
        expect(decoded.frames.map(({ pixels }) => pixels)).toEqual(
          all.map((indices) => indices.map((index) => colors[index])),
        );
      }),
    );
  });

  test('a pixel that changes is the frame', () => {
    const before = new Uint8Array(12);
    const now = Uint8Array.from(before);
    now[6] = 5;
    expect(changedPart(before, now, 4, 3)).toEqual({
      left: 2,
      top: 1,
      width: 1,
      height: 1,
      indices: Uint8Array.of(5),
    });
    expect(changedPart(now, now, 4, 3).indices).toHaveLength(1);
  });
});
