import { describe, expect, it } from 'vitest';
import {
  replayArticle,
  resetLearning,
  resizeLearner,
  resizeTeacher,
  setRate,
  setStart,
  setStartCell,
  setSteps,
  setTeacherCell,
} from '../../../src/state/actions/learning.ts';
import { replacePicture } from '../../../src/state/actions/edges.ts';
import { DEFAULT_DOCUMENT, filledGrid } from '../../../src/state/document.ts';
import { startKernel } from '../../../src/state/learning-start.ts';
import { LIMITS } from '../../../src/state/limits.ts';
import { after, failureOf } from './run-action.ts';

describe('the teacher', () => {
  it('is edited', () => {
    expect(after(setTeacherCell, { row: 0, column: 1, value: 3 }).learning.teacher.values).toEqual([1, 3]);
  });

  it("keeps the article's start while it has two weights", () => {
    expect(after(resizeTeacher, { rows: 1, columns: 3 }).learning.start).toEqual({ kind: 'torch', seed: 0 });
    expect(after(resizeTeacher, { rows: 1, columns: 1 }).learning.start).toEqual({ kind: 'torch', seed: 0 });
    expect(after(resizeTeacher, { rows: 2, columns: 1 }).learning.start).toEqual({ kind: 'article' });
  });

  it('resizes a typed start with it', () => {
    const typed = after(setStartCell, { row: 0, column: 0, value: 5 });
    const { teacher, start } = after(resizeTeacher, { rows: 2, columns: 3 }, typed).learning;
    expect(teacher.values).toEqual([1, -1, 0, 0, 0, 0]);
    expect(start).toEqual({
      kind: 'typed',
      kernel: { rows: 2, columns: 3, values: [5, 0.270422, 0, 0, 0, 0] },
    });
  });

  it('is refused outside its range or larger than the picture', () => {
    expect(failureOf(resizeTeacher, { rows: 16, columns: 1 })).toMatchObject({ field: 'teacher-rows' });
    expect(failureOf(resizeTeacher, { rows: 7, columns: 1 })).toMatchObject({ kernel: 7, image: 6 });
    expect(failureOf(setTeacherCell, { row: 0, column: 0, value: 1e5 })).toMatchObject({ field: 'teacher' });
  });
});

describe('the start', () => {
  it('is typed as soon as a cell of it is', () => {
    const { start } = after(setStartCell, { row: 0, column: 1, value: 0.25 }).learning;
    expect(start).toEqual({ kind: 'typed', kernel: { rows: 1, columns: 2, values: [0.492331, 0.25] } });
  });

  it('takes every seed that PyTorch tells apart', () => {
    expect(after(setStart, { kind: 'torch', seed: 4_294_967_295 }).learning.start).toMatchObject({
      seed: 4_294_967_295,
    });
    expect(failureOf(setStart, { kind: 'torch', seed: 4_294_967_296 })).toMatchObject({
      field: 'seed',
      range: LIMITS.seed,
    });
    expect(failureOf(setStart, { kind: 'torch', seed: 0.5 })).toMatchObject({ code: 'not-whole' });
  });

  it('of ones, or near the teacher by a seed', () => {
    expect(startKernel(after(setStart, { kind: 'ones' }).learning).values).toEqual([1, 1]);
    const near = (seed: number) => startKernel(after(setStart, { kind: 'near', seed }).learning).values;
    expect(near(1)).toEqual(near(1));
    expect(near(1)).not.toEqual(near(2));
    expect(Math.abs((near(1)[0] ?? NaN) - 1)).toBeLessThan(3);
    expect(failureOf(setStart, { kind: 'near', seed: -1 })).toMatchObject({ field: 'seed' });
  });

  it("has the teacher's shape whatever was given", () => {
    const kernel = filledGrid(3, 3, 2);
    expect(startKernel(after(setStart, { kind: 'typed', kernel }).learning)).toEqual(filledGrid(1, 2, 2));
    const wide = after(resizeTeacher, { rows: 1, columns: 3 });
    expect(startKernel(after(setStart, { kind: 'zeros' }, wide).learning)).toEqual(filledGrid(1, 3, 0));
  });

  it('refuses weights that cannot be', () => {
    const kernel = { rows: 1, columns: 2, values: [0, Infinity] };
    expect(failureOf(setStart, { kind: 'typed', kernel })).toMatchObject({
      field: 'start',
      cell: { row: 0, column: 1 },
    });
    expect(failureOf(setStartCell, { row: 0, column: 0, value: NaN })).toMatchObject({ field: 'start' });
  });
});

describe('the learner', () => {
  it('has a size of its own until it is the teacher’s again', () => {
    const wide = after(resizeLearner, { rows: 3, columns: 3 });
    expect(wide.learning.learner).toEqual({ rows: 3, columns: 3 });
    expect(wide.learning.start).toEqual({ kind: 'torch', seed: 0 });
    expect(startKernel(wide.learning).values).toHaveLength(9);
    expect(after(resizeTeacher, { rows: 1, columns: 4 }, wide).learning.learner).toEqual({
      rows: 3,
      columns: 3,
    });
    expect(after(resizeLearner, { rows: 1, columns: 2 }, wide).learning.learner).toBeNull();
  });

  it('cannot be larger than the image or than a kernel may be', () => {
    expect(failureOf(resizeLearner, { rows: 7, columns: 1 })).toMatchObject({ kernel: 7, image: 6 });
    expect(failureOf(resizeLearner, { rows: 1, columns: 16 })).toMatchObject({ field: 'learner-columns' });
  });

  it('keeps the image from shrinking below it', () => {
    const wide = after(resizeLearner, { rows: 5, columns: 5 });
    expect(failureOf(replacePicture('resize-image'), filledGrid(4, 8, 1), wide)).toMatchObject({
      kernel: 5,
      image: 4,
    });
  });
});

describe('the article’s moment', () => {
  it('is its image and its run, whatever was there', () => {
    const changed = after(setRate, 1, after(replacePicture('resize-image'), filledGrid(9, 9, 1)));
    expect(after(replayArticle, undefined, changed)).toEqual(DEFAULT_DOCUMENT);
  });
});

describe('rate and steps', () => {
  it('have ranges', () => {
    expect(after(setRate, 10).learning.rate).toBe(10);
    expect(after(setSteps, 100_000).learning.steps).toBe(100_000);
    expect(failureOf(setRate, 0)).toEqual({
      code: 'out-of-range',
      field: 'rate',
      text: '0',
      range: LIMITS.rate,
    });
    expect(failureOf(setSteps, 1e9)).toMatchObject({ code: 'out-of-range', field: 'steps' });
    expect(failureOf(setSteps, 0.5)).toMatchObject({ field: 'steps' });
  });
});

describe('back to the example', () => {
  it('restores teacher, start, rate and steps', () => {
    expect(after(resetLearning, undefined, after(setRate, 1))).toEqual(DEFAULT_DOCUMENT);
  });

  it('is refused on a picture that the example does not fit', () => {
    const narrow = after(resizeTeacher, { rows: 1, columns: 1 });
    const point = { ...narrow, edges: { ...narrow.edges, kernel: filledGrid(1, 1, 1) } };
    const document = after(replacePicture('resize-image'), filledGrid(1, 1, 1), point);
    expect(failureOf(resetLearning, undefined, document)).toMatchObject({ kernel: 2, image: 1 });
  });
});
