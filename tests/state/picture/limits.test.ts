import { expect, test } from 'vitest';
import {
  pixelSize,
  requireFilmLength,
  requireFilmSize,
  requireStillSize,
} from '../../../src/state/picture/limits.ts';

const drawing = (width: number, height: number) => ({
  width,
  height,
  background: '#ffffff',
  title: '',
  shapes: [],
});

test('pixels are whole', () => {
  expect(pixelSize(drawing(100, 33), 3.125)).toEqual([313, 103]);
});

test.each([
  [4096, 4096, 1, null],
  [4097, 4096, 1, 'picture-too-large'],
  [16_385, 10, 1, 'picture-too-large'],
  [800, 400, 6.25, null],
])('a still picture of %i × %i at %f×: %s', (width, height, scale, code) => {
  const draw = () => {
    requireStillSize(drawing(width, height), scale);
  };
  if (code === null) expect(draw).not.toThrow();
  else
    expect(draw).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code }) as unknown }));
});

test('a film has up to 500 frames', () => {
  expect(() => {
    requireFilmLength(500);
  }).not.toThrow();
  expect(() => {
    requireFilmLength(501);
  }).toThrow(expect.objectContaining({ problem: { code: 'film-too-long', frames: 501, most: 500 } }));
});

test('a film has up to 4096 pixels a side and four million in all', () => {
  expect(() => {
    requireFilmSize(drawing(2048, 1024), 1);
  }).not.toThrow();
  for (const [width, height] of [
    [4097, 10],
    [3000, 1500],
  ] as const) {
    expect(() => {
      requireFilmSize(drawing(width, height), 1);
    }).toThrow(expect.objectContaining({ problem: expect.objectContaining({ width, height }) as unknown }));
  }
});
