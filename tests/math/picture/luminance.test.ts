/** Levels and light, against the published curve of sRGB. */
import { expect, it } from 'vitest';
import { lightOfPixels, toLevel, toLight } from '../../../src/math/picture/luminance.ts';

it('a level of 188 of 255 is half of the light', () => {
  // 187.516… of 255 by IEC 61966-2-1.
  expect(toLevel(0.5) * 255).toBeCloseTo(187.516, 3);
  expect(toLight(0.5)).toBeCloseTo(0.21404, 5);
});

it('is straight near black, and its own inverse', () => {
  expect(toLight(0.04)).toBeCloseTo(0.04 / 12.92, 12);
  for (const level of [0, 0.02, 0.04045, 0.1, 0.5, 0.93, 1])
    expect(toLevel(toLight(level))).toBeCloseTo(level, 5);
});

it('weighs green most, and lays what is transparent on white', () => {
  const pixels = Uint8ClampedArray.of(
    ...[255, 0, 0, 255],
    ...[0, 255, 0, 255],
    ...[0, 0, 255, 255],
    ...[0, 0, 0, 0],
    ...[255, 255, 255, 255],
    ...[0, 0, 0, 51],
  );
  const expected = [0.2126, 0.7152, 0.0722, 1, 1, 0.8];
  [...lightOfPixels(pixels)].forEach((light, index) => {
    expect(light).toBeCloseTo(expected[index] ?? NaN, 12);
  });
});
