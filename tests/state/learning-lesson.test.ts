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
  const { image, target, start } = makeLesson({
    ...ARTICLE,
    image: IMAGE,
    teacher: TEACHER,
    learner: { rows, columns },
    start: { kind: 'zeros' },
  });
  expect([start.rows, start.columns]).toEqual([rows, columns]);
  const { shape } = correlate(gridTensor(image), gridTensor(start));
  expect([shape[2], shape[3]]).toEqual([target.rows, target.columns]);
});

it.each(sizes.filter(([rows, columns]) => rows >= 2 && columns >= 3))(
  'in a learner of %d by %d the teacher gives the target',
  (rows, columns) => {
    const { image, target, teacher } = makeLesson({
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
  const { image, teacher } = makeLesson({
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
    const { target, teacher } = makeLesson({ ...ARTICLE, painted });
    expect([target.rows, target.columns, teacher]).toEqual([6, 7, null]);
    expect(target.values.slice(0, 15)).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 0]);
  });

  it('has noise that a seed repeats, of the deviation asked for', () => {
    const image = filledGrid(16, 16, 0);
    const noisy = (seed: number) =>
      makeLesson({ ...ARTICLE, image, noise: { deviation: 0.5, seed } }).target.values;
    expect(noisy(3)).toEqual(noisy(3));
    expect(noisy(3)).not.toEqual(noisy(4));
    const deviation = Math.sqrt(noisy(3).reduce((sum, value) => sum + value * value, 0) / 240);
    expect(deviation).toBeGreaterThan(0.4);
    expect(deviation).toBeLessThan(0.6);
  });
});
