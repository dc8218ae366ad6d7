import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress, formatAddress, SCENES, withFlags } from '../../src/state/address.ts';
import { FIRST_LOOK, placeIn, type Look } from '../../src/state/look.ts';
import { lookFlags, readLook } from '../../src/state/look-address.ts';

const index = fc.integer({ min: 0, max: 255 });
const place = fc.record({ row: index, column: index });
const anyLook: fc.Arbitrary<Look> = fc.record({
  at: place,
  pins: fc.array(place, { maxLength: 8 }),
  logarithmic: fc.boolean(),
  plane: fc.oneof(
    fc.constant('extremes' as const),
    fc
      .tuple(index, index)
      .filter(([x, y]) => x !== y)
      .map(([x, y]) => [x, y] as const),
  ),
  zoom: fc.constantFrom(1, 2, 4),
});

/** What each scene can show of a look. */
const SHOWN: Readonly<Record<(typeof SCENES)[number], (look: Look) => Partial<Look>>> = {
  correlation: ({ at, pins }) => ({ at, pins }),
  edges: ({ at, pins }) => ({ at, pins }),
  learning: ({ logarithmic, plane }) => ({ logarithmic, plane }),
  receptive: ({ zoom }) => ({ zoom }),
};

test.each(SCENES)(
  'what %s shows of any look comes back from its address, and the rest is as at first',
  (scene) => {
    fc.assert(
      fc.property(anyLook, (look) => {
        const hash = formatAddress(withFlags(new Map(), lookFlags(scene, look)));
        expect(readLook(parseAddress(hash))).toEqual({ ...FIRST_LOOK, ...SHOWN[scene](look) });
      }),
    );
  },
);

test('the flags can be read', () => {
  const look: Look = {
    at: { row: 1, column: 2 },
    pins: [
      { row: 0, column: 0 },
      { row: 1, column: 1 },
    ],
    logarithmic: true,
    plane: [0, 3],
    zoom: 2,
  };
  const address = (scene: (typeof SCENES)[number]): string =>
    formatAddress(withFlags(new Map([['scene', scene]]), lookFlags(scene, look)));
  expect(address('edges')).toBe('#scene=edges&at=1,2&pins=0,0,1,1');
  expect(address('learning')).toBe('#scene=learning&loss=log&plane=0,3');
  expect(address('receptive')).toBe('#scene=receptive&zoom=2');
});

test.each(SCENES)('a look as at first leaves no flag in the address of %s', (scene) => {
  const before = parseAddress('#at=1,2&pins=0,0&loss=log&plane=0,1&zoom=4&s=2.x');
  expect(formatAddress(withFlags(before, lookFlags(scene, FIRST_LOOK)))).toBe('#s=2.x');
});

describe('flags that nobody can look at are left aside', () => {
  test.each([
    'at=1',
    'at=1,2,3',
    'at=-1,2',
    'at=0.5,2',
    'at=1,256',
    'at=1,',
    'at',
    'pins=1,2,3',
    'pins=a,b',
    'loss=linear',
    'plane=2,2',
    'plane=extremes',
    'zoom=3',
    'zoom=1e0',
  ])('%s', (hash) => {
    expect(readLook(parseAddress(`#${hash}`))).toEqual(FIRST_LOOK);
  });
});

test('of many pins the first eight are kept', () => {
  const many = Array.from({ length: 9 }, (_, row) => `${String(row)},0`).join();
  expect(readLook(parseAddress(`#pins=${many}`)).pins.map(({ row }) => row)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7,
  ]);
});

test('a place that a smaller response lacks is at its edge', () => {
  expect(placeIn([2, 3], { row: 7, column: 1 })).toEqual({ row: 1, column: 1 });
  expect(placeIn([2, 3], { row: 1, column: 9 })).toEqual({ row: 1, column: 2 });
});
