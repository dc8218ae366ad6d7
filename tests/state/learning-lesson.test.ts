import { describe, expect, it } from 'vitest';
import { correlate } from '../../src/math/definition.ts';
import { centredGrid, filledGrid, gridTensor, type NumberGrid } from '../../src/state/document.ts';
import { makeLesson } from '../../src/state/learning-lesson.ts';
import { ARTICLE } from './learning-fixture.ts';

const IMAGE: NumberGrid = {
  rows: 6,
  columns: 7,
  values: Array.from({ length: 42 }, (_, i) => (i * i * 7) % 11),
};
const TEACHER: NumberGrid = { rows: 2, columns: 3, values: [1, 2, -1, 0, 3, -2] };
const sizes: readonly [number, number][] = [
  [2, 3],
  [1, 1],
  [4, 5],
  [3, 2],
  [1, 6],
  [5, 1],
];

it.each(sizes)('a learner of %d by %d sees as many places as the target has', (rows, columns) => {
  const { examples, start } = makeLesson({
    ...ARTICLE,
    image: IMAGE,
    teacher: TEACHER,
    learner: { rows, columns },
    start: { kind: 'zeros' },
  });
  expect([start.rows, start.columns]).toEqual([rows, columns]);
  const [{ image, target }] = examples;
  const { shape } = correlate(gridTensor(image), gridTensor(start));
  expect([shape[2], shape[3]]).toEqual([target.rows, target.columns]);
});

it.each(sizes.filter(([rows, columns]) => rows >= 2 && columns >= 3))(
  'in a learner of %d by %d the teacher gives the target',
  (rows, columns) => {
    const {
      examples: [{ image, target }],
      teacher,
    } = makeLesson({
      ...ARTICLE,
      image: IMAGE,
      teacher: TEACHER,
      learner: { rows, columns },
      start: { kind: 'zeros' },
    });
    expect(teacher).toEqual(centredGrid(TEACHER, { rows, columns }));
    const { data } = correlate(gridTensor(image), gridTensor(teacher ?? filledGrid(1, 1, NaN)));
    expect([...data]).toEqual(target.values);
  },
);

it('a learner that is too small sees the middle of the window, and no kernel of it is the teacher', () => {
  const {
    examples: [{ image }],
    teacher,
  } = makeLesson({
    ...ARTICLE,
    image: IMAGE,
    teacher: filledGrid(3, 3, 1),
    learner: { rows: 1, columns: 1 },
    start: { kind: 'zeros' },
  });
  expect(teacher).toBeNull();
  expect(image).toMatchObject({ rows: 4, columns: 5 });
  expect(image.values[0]).toBe(IMAGE.values[7 + 1]);
});

describe('the target', () => {
  it('is entered by hand, and cut or filled to the size of the response', () => {
    const painted = { rows: 2, columns: 9, values: Array.from({ length: 18 }, (_, i) => i) };
    const {
      examples: [{ target }],
      teacher,
    } = makeLesson({ ...ARTICLE, painted });
    expect([target.rows, target.columns, teacher]).toEqual([6, 7, null]);
    expect(target.values.slice(0, 15)).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 0]);
  });

  it('has noise that a seed repeats, of the deviation asked for', () => {
    const image = filledGrid(16, 16, 0);
    const noisy = (seed: number) =>
      makeLesson({ ...ARTICLE, image, noise: { deviation: 0.5, seed } }).examples[0].target.values;
    expect(noisy(3)).toEqual(noisy(3));
    expect(noisy(3)).not.toEqual(noisy(4));
    const deviation = Math.sqrt(noisy(3).reduce((sum, value) => sum + value * value, 0) / 240);
    expect(deviation).toBeGreaterThan(0.4);
    expect(deviation).toBeLessThan(0.6);
  });

  it.each([
    // Of 0…8 in rows of three: the middle, both ends, and Sobel's (−4, … ) = 8 across and 24 down.
    ['median', 4],
    ['maximum', 8],
    ['minimum', 0],
    ['sobel', Math.fround(Math.hypot(8, 24))],
    ['gaussian', 4],
    ['laplacian', 0],
  ] as const)('is what a filter makes of the image: %s', (filter, value) => {
    const image = { rows: 3, columns: 3, values: [0, 1, 2, 3, 4, 5, 6, 7, 8] };
    const learner = { rows: 3, columns: 3 };
    const { examples } = makeLesson({ ...ARTICLE, image, filter, learner, start: { kind: 'zeros' } });
    expect(examples[0].target).toEqual({ rows: 1, columns: 1, values: [value] });
  });

  it('of a filter keeps its place under a learner of another size', () => {
    const dot = filledGrid(5, 5, 0);
    const image = { ...dot, values: dot.values.with(2 * 5 + 2, 1) };
    const at = (learner: { rows: number; columns: number }) =>
      makeLesson({ ...ARTICLE, image, filter: 'maximum', learner, start: { kind: 'zeros' } }).examples[0]
        .target;
    expect(at({ rows: 1, columns: 1 })).toEqual(filledGrid(3, 3, 1));
    expect(at({ rows: 5, columns: 5 })).toEqual(filledGrid(1, 1, 1));
  });
});

describe('a batch', () => {
  const other = { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6] };

  it('has images of one size: others are cut, or filled with black', () => {
    const { examples } = makeLesson({ ...ARTICLE, batch: [other] });
    const [, second] = examples;
    expect([second?.image.rows, second?.image.columns]).toEqual([6, 8]);
    expect(second?.image.values.slice(0, 12)).toEqual([1, 2, 3, 0, 0, 0, 0, 0, 4, 5, 6, 0]);
    // [1, −1] over 1 2 3 0 … in the first row.
    expect(second?.target.values.slice(0, 7)).toEqual([-1, -1, 3, 0, 0, 0, 0]);
  });

  it('a target by hand is that of the first image', () => {
    const painted = filledGrid(6, 7, 5);
    const { examples } = makeLesson({ ...ARTICLE, painted, batch: [ARTICLE.image] });
    expect(examples[0].target).toEqual(painted);
    expect(examples[1]?.target.values.slice(0, 7)).toEqual([0, 1, 0, 0, 0, -1, 0]);
  });

  it('gets other noise for each image', () => {
    const noise = { deviation: 1, seed: 1 };
    const [first, second] = makeLesson({ ...ARTICLE, noise, batch: [ARTICLE.image] }).examples;
    expect(second?.target.values).not.toEqual(first.target.values);
  });
});
