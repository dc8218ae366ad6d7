import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ebmlBytes, unsigned } from '../../../src/math/webm/ebml.ts';
import { webmFile, type WebmFrame } from '../../../src/math/webm/webm.ts';

interface ReadElement {
  readonly id: string;
  readonly start: number;
  readonly data: Uint8Array;
}

/** Elements one after another, by RFC 8794: the leading zeros of identifier and length tell how long they are. */
function elementsOf(bytes: Uint8Array): ReadElement[] {
  const found: ReadElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at;
    const idLength = Math.clz32(bytes[at] ?? 0) - 23;
    const id = [...bytes.subarray(at, at + idLength)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    at += idLength;
    const lengthLength = Math.clz32(bytes[at] ?? 0) - 23;
    const length = [...bytes.subarray(at, at + lengthLength)].reduce(
      (total, byte, i) => total * 256 + (i === 0 ? byte & ((1 << (8 - lengthLength)) - 1) : byte),
      0,
    );
    at += lengthLength;
    if (at + length > bytes.length) throw new Error(`${id} is longer than what holds it`);
    found.push({ id, start, data: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

const childrenOf = (bytes: Uint8Array, id: string) =>
  elementsOf(bytes)
    .filter((each) => each.id === id)
    .map(({ data }) => data);
const only = (bytes: Uint8Array, ...path: string[]): Uint8Array =>
  path.reduce((inner, id) => childrenOf(inner, id)[0] ?? new Uint8Array(), bytes);
const numberOf = (bytes: Uint8Array) => bytes.reduce((total, byte) => total * 256 + byte, 0);

const CLUSTER = '1f43b675';
const track = { codec: 'V_VP9', width: 640, height: 358, durationMs: 3540 } as const;

test('numbers are as short as they can be', () => {
  expect([0, 255, 256, 1_000_000].map((value) => [...unsigned(value)])).toEqual([
    [0],
    [255],
    [1, 0],
    [15, 66, 64],
  ]);
  expect([...ebmlBytes({ id: 0x4286, data: unsigned(1) })]).toEqual([0x42, 0x86, 1, 0, 0, 0, 0, 0, 0, 1, 1]);
});

const anyFrames = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 20_000 }), isKey: fc.boolean(), size: fc.nat(40) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((drawn) => {
    let timeMs = 0;
    return drawn.map(({ gap, isKey, size }, i): WebmFrame => {
      timeMs += i > 0 ? gap : 0;
      return { timeMs, isKey: isKey || i === 0, data: new Uint8Array(size).fill(i) };
    });
  });

describe('the file', () => {
  test('tells what it is, how long, and how large', () => {
    const file = webmFile(track, [{ timeMs: 0, isKey: true, data: Uint8Array.of(7) }]);
    expect(new TextDecoder().decode(only(file, '1a45dfa3', '4282'))).toBe('webm');
    const segment = only(file, '18538067');
    const duration = only(segment, '1549a966', '4489');
    expect(new DataView(duration.slice().buffer).getFloat64(0)).toBe(3540);
    const entry = only(segment, '1654ae6b', 'ae');
    expect(new TextDecoder().decode(only(entry, '86'))).toBe('V_VP9');
    expect([numberOf(only(entry, 'e0', 'b0')), numberOf(only(entry, 'e0', 'ba'))]).toEqual([640, 358]);
  });

  test('any frames come back with their times, and every key frame can be found by a cue', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const segment = only(webmFile(track, frames), '18538067');
        const read = childrenOf(segment, CLUSTER).flatMap((cluster) => {
          const start = numberOf(only(cluster, 'e7'));
          return childrenOf(cluster, 'a3').map((block) => ({
            timeMs: start + new DataView(block.slice().buffer).getInt16(1),
            isKey: block[3] === 0x80,
            data: block.slice(4),
          }));
        });
        expect(read).toEqual(frames);
        const starts = new Map(elementsOf(segment).map((each) => [each.start, each]));
        const cued = childrenOf(only(segment, '1c53bb6b'), 'bb').map((point) => {
          const cluster = starts.get(numberOf(only(point, 'b7', 'f1')));
          expect(cluster?.id).toBe(CLUSTER);
          const time = numberOf(only(point, 'b3'));
          expect(cluster && numberOf(only(cluster.data, 'e7'))).toBe(time);
          return time;
        });
        expect(cued).toEqual(frames.filter(({ isKey }) => isKey).map(({ timeMs }) => timeMs));
      }),
    );
  });
});
