import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32, withDensity } from '../../../src/math/png/density.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(name: string, data: readonly number[]): number[] {
  const named = [...Buffer.from(name, 'latin1'), ...data];
  return [...word(data.length), ...named, ...word(crc32(Uint8Array.from(named)))];
}

const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** A white pixel. */
const HEADER = chunk('IHDR', [...word(1), ...word(1), 8, 0, 0, 0, 0]);
const DATA = chunk('IDAT', [...deflateSync(Uint8Array.of(0, 255))]);
const END = chunk('IEND', []);
const DENSITY_300 = chunk('pHYs', [...word(11_811), ...word(11_811), 1]);

test('the checksum is the published one', () => {
  expect(crc32(Uint8Array.from(Buffer.from('123456789')))).toBe(0xcbf43926);
  expect(END.slice(-4)).toEqual([0xae, 0x42, 0x60, 0x82]); // of every PNG file
});

test('300 dots an inch are 11811 a metre, told right after the header', () => {
  const plain = Uint8Array.from([...SIGNATURE, ...HEADER, ...DATA, ...END]);
  expect([...withDensity(plain, 300)]).toEqual([...SIGNATURE, ...HEADER, ...DENSITY_300, ...DATA, ...END]);
});

test('what the file told before is replaced', () => {
  const told = Uint8Array.from([...SIGNATURE, ...HEADER, ...DENSITY_300, ...DATA, ...END]);
  const again = withDensity(told, 96);
  expect(again).toHaveLength(told.length);
  expect([...again].slice(33, 54)).toEqual(chunk('pHYs', [...word(3780), ...word(3780), 1]));
});
