import { describe, expect, it } from 'vitest';
import { EXAMPLE_NAMES, makeExample } from '../../../src/math/picture/examples.ts';

/** `#` is ink. */
function drawn(name: (typeof EXAMPLE_NAMES)[number], size: number): string[] {
  const values = makeExample(name, size);
  return Array.from({ length: size }, (_, row) =>
    values
      .slice(row * size, (row + 1) * size)
      .map((value) => (value === 0 ? '#' : '.'))
      .join(''),
  );
}

describe('as drawn by hand', () => {
  it('a checkerboard', () => {
    expect(drawn('checkerboard', 4)).toEqual(['#.#.', '.#.#', '#.#.', '.#.#']);
  });

  it('a diagonal edge', () => {
    expect(drawn('diagonal', 4)).toEqual(['#...', '##..', '###.', '####']);
  });

  it('stripes, four ways', () => {
    expect(drawn('stripes-0', 4)).toEqual(['####', '....', '####', '....']);
    expect(drawn('stripes-90', 4)).toEqual(['#.#.', '#.#.', '#.#.', '#.#.']);
    expect(drawn('stripes-45', 16).slice(0, 3)).toEqual([
      '##..##..##..##..',
      '#..##..##..##..#',
      '..##..##..##..##',
    ]);
  });

  it('a cross', () => {
    expect(drawn('cross', 5)).toEqual(['..#..', '..#..', '#####', '..#..', '..#..']);
  });

  it('a disc and a smiley', () => {
    expect(drawn('disc', 8)).toEqual([
      '........',
      '...##...',
      '..####..',
      '.######.',
      '.######.',
      '..####..',
      '...##...',
      '........',
    ]);
    const face = drawn('smiley', 16);
    expect(face.map((row) => row.split('').reverse().join(''))).toEqual(face);
    expect(face[5]?.slice(4, 12)).toBe('###..###');
  });
});

it('stripes at 135° are those at 45° in the mirror', () => {
  for (const size of [8, 16, 33]) {
    const mirrored = drawn('stripes-135', size).map((row) => row.split('').reverse().join(''));
    expect(mirrored).toEqual(drawn('stripes-45', size));
  }
});

it.each(EXAMPLE_NAMES)('%s has ink and paper, in hundredths, at any size', (name) => {
  for (const size of [4, 7, 16, 64]) {
    const values = makeExample(name, size);
    expect(values).toHaveLength(size * size);
    expect([Math.min(...values), Math.max(...values)]).toEqual([0, 1]);
    for (const value of values) expect(Number(value.toFixed(2))).toBe(value);
  }
});
