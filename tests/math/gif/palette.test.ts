import { describe, expect, test } from 'vitest';
import { choosePalette, countColors, paletteIndexer, type Histogram } from '../../../src/math/gif/palette.ts';

/** RGBA bytes of colours `0xrrggbb`. */
const pixelsOf = (colors: readonly number[]) =>
  Uint8ClampedArray.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255, 255]));

function histogramOf(colors: readonly number[]): Histogram {
  const histogram: Histogram = new Map();
  countColors(pixelsOf(colors), histogram);
  return histogram;
}

/** Every colour of a cube of `side` shades each way. */
const cube = (side: number) =>
  Array.from({ length: side ** 3 }, (_, i) => {
    const shade = (step: number) => Math.round(((Math.floor(i / step) % side) * 255) / (side - 1));
    return (shade(1) << 16) | (shade(side) << 8) | shade(side * side);
  });

test('colours are counted', () => {
  expect(histogramOf([0x102030, 0xffffff, 0x102030])).toEqual(
    new Map([
      [0x102030, 2],
      [0xffffff, 1],
    ]),
  );
});

test('up to 256 colours all stay', () => {
  const colors = cube(6);
  expect(new Set(choosePalette(histogramOf(colors)))).toEqual(new Set(colors));
});

describe('of thousands of colours', () => {
  const frequent = [0x123456, 0xfedcba, 0x00ff01];
  const colors = [...cube(16), ...Array.from({ length: 300 }, (_, i) => frequent[i % 3] ?? 0)];
  const palette = choosePalette(histogramOf(colors));

  test('256 are chosen, the frequent ones among them', () => {
    expect(palette).toHaveLength(256);
    expect(palette).toEqual(expect.arrayContaining(frequent));
  });

  test('each pixel gets the nearest, and the frequent ones themselves', () => {
    const asked = [...frequent, 0x808080, 0xf0f0f0, 0x0a0a0a];
    const given = [...paletteIndexer(palette)(pixelsOf(asked))].map((index) => palette[index] ?? -1);
    expect(given.slice(0, 3)).toEqual(frequent);
    const distance = (a: number, b: number) =>
      [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
    asked.forEach((color, i) => {
      const least = Math.min(...palette.map((each) => distance(each, color)));
      expect(distance(given[i] ?? 0, color)).toBe(least);
    });
  });
});
