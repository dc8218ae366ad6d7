/** Otsu's threshold, against pictures that are parted by sight and against its definition. */
import { expect, it } from 'vitest';
import { otsuThreshold } from '../../../src/math/picture/otsu.ts';

it('lies in the middle between two levels', () => {
  expect(otsuThreshold([0.2, 0.2, 0.2, 0.8])).toBe(0.51);
});

it('leaves the few greys to the side that they are nearer to', () => {
  // By hand: means {0, 0.1} | {0.9, 1} part better than any other.
  expect(otsuThreshold([0, 0, 0, 0.1, 0.9, 1, 1])).toBe(0.51);
});

it('is a half for a picture of one level', () => {
  expect(otsuThreshold([0.3, 0.3, 0.3])).toBe(0.5);
});

/** The definition: the sum of squares around the two classes' own means is least. */
function within(levels: readonly number[], threshold: number): number {
  return [levels.filter((level) => level < threshold), levels.filter((level) => level >= threshold)]
    .map((side) => {
      const mean = side.reduce((sum, level) => sum + level, 0) / side.length;
      return side.reduce((sum, level) => sum + (level - mean) ** 2, 0);
    })
    .reduce((sum, part) => sum + part, 0);
}

it('leaves the least spread within dark and light', () => {
  const levels = [0.02, 0.05, 0.05, 0.11, 0.24, 0.31, 0.31, 0.42, 0.66, 0.71, 0.74, 0.74, 0.93];
  const found = within(levels, otsuThreshold(levels));
  for (let hundredths = 3; hundredths <= 93; hundredths++)
    expect(found).toBeLessThanOrEqual(within(levels, hundredths / 100) + 1e-9);
});
