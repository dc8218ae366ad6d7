import { expect, test } from 'vitest';
import { placesToShow } from '../../../src/state/picture/window-film.ts';

test('every place of a small response', () => {
  expect(placesToShow(2, 3)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(placesToShow(14, 14)).toHaveLength(196);
});

test('of a larger one three places of each row, the last of it among them', () => {
  const places = placesToShow(64, 62);
  expect(places.slice(0, 5)).toEqual([0, 20, 40, 61, 82]);
  expect(places).toHaveLength(1 + 3 * 64);
  expect(places.at(-1)).toBe(64 * 62 - 1);
});

test.each([
  [1, 64],
  [64, 1],
  [23, 23],
  [64, 64],
  [15, 14],
])('of %i × %i: ascending, and every row is filled', (rows, columns) => {
  const places = placesToShow(rows, columns);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  expect(places.length).toBeLessThanOrEqual(201);
  for (let row = 1; row <= rows; row++) expect(places).toContain(row * columns - 1);
});
