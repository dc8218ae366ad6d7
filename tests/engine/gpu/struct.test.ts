import { expect, test } from 'vitest';
import { makeStruct, type StructValues } from '../../../src/engine/gpu/struct.ts';

const LAYOUT = {
  size: 12,
  fields: {
    count: { offset: 0, type: 'u32' },
    offset: { offset: 8, type: 'i32' },
    rate: { offset: 4, type: 'f32' },
  },
} as const;

test('writes each field at its offset, little-endian, and pads to 16 bytes', () => {
  const bytes = makeStruct(LAYOUT, { count: 0x01020304, offset: -2, rate: 0.5 });
  expect([...new Uint8Array(bytes)]).toEqual([4, 3, 2, 1, 0, 0, 0, 0x3f, 0xfe, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
});

test('names a field without a value', () => {
  const incomplete = { count: 1, rate: 1 } as unknown as StructValues<typeof LAYOUT>;
  expect(() => makeStruct(LAYOUT, incomplete)).toThrow('struct field offset has no value');
});

test('a misspelt field does not compile', () => {
  // @ts-expect-error: `rat` is not a field
  expect(() => makeStruct(LAYOUT, { count: 1, offset: 1, rat: 1 })).toThrow('struct field rate');
});
