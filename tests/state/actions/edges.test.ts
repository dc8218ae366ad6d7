import { describe, expect, it } from 'vitest';
import {
  clearPicture,
  invertPicture,
  paintCells,
  replaceEdgeKernel,
  replacePicture,
  resizeEdgeKernel,
  resizePicture,
  setEdgeKernelCell,
  transposePicture,
  useArticleEdges,
} from '../../../src/state/actions/edges.ts';
import { resizeTeacher } from '../../../src/state/actions/learning.ts';
import { DEFAULT_DOCUMENT, filledGrid, transposeGrid } from '../../../src/state/document.ts';
import { after, failureOf } from './run-action.ts';

describe('painting', () => {
  it('sets the cells of a stroke and no others', () => {
    const { image } = after(paintCells, {
      cells: [
        [0, 0],
        [5, 7],
      ],
      value: 0,
    }).edges;
    const before = DEFAULT_DOCUMENT.edges.image.values;
    expect(image.values.flatMap((value, i) => (value === before[i] ? [] : [i]))).toEqual([0, 47]);
  });

  it('passes over cells outside the picture', () => {
    const { image } = after(paintCells, {
      cells: [
        [-1, 0],
        [0, 8],
        [6, 0],
        [0, 2],
      ],
      value: 1,
    }).edges;
    expect(image.values).toEqual(DEFAULT_DOCUMENT.edges.image.values.with(2, 1));
  });
});

describe('the whole picture', () => {
  it('is cleared to white, inverted and transposed', () => {
    expect(after(clearPicture, undefined).edges.image).toEqual(filledGrid(6, 8, 1));
    expect(after(invertPicture, undefined).edges.image.values.slice(0, 8)).toEqual([0, 0, 1, 1, 1, 1, 0, 0]);
    const { image } = after(transposePicture, undefined).edges;
    expect(image).toMatchObject({ rows: 8, columns: 6 });
    expect(image.values.slice(0, 18)).toEqual([...filledGrid(2, 6, 1).values, ...filledGrid(1, 6, 0).values]);
  });

  it('gives way to another, unless a cell of that is no pixel', () => {
    const image = { rows: 2, columns: 2, values: [0, 1, 1, 0] };
    expect(after(replacePicture('rotate-picture'), image).edges.image).toEqual(image);
    const bad = { ...image, values: [0, 1, 2, 0] };
    expect(failureOf(replacePicture('rotate-picture'), bad)).toMatchObject({
      field: 'image',
      cell: { row: 1, column: 0 },
    });
    expect(failureOf(replacePicture('rotate-picture'), filledGrid(2, 1, 1))).not.toBeNull();
  });

  it('grows with white cells', () => {
    const { image } = after(resizePicture, { rows: 7, columns: 9 }).edges;
    expect(image.values.slice(0, 9)).toEqual([1, 1, 0, 0, 0, 0, 1, 1, 1]);
    expect(image.values.slice(-9)).toEqual(filledGrid(1, 9, 1).values);
  });

  it('cannot become smaller than its kernel', () => {
    expect(failureOf(resizePicture, { rows: 6, columns: 1 })).toMatchObject({
      axis: 'width',
      kernel: 2,
      image: 1,
    });
  });

  it('cannot become smaller than the teacher, which learns on it', () => {
    const document = after(resizeTeacher, { rows: 5, columns: 2 });
    expect(failureOf(resizePicture, { rows: 4, columns: 8 }, document)).toMatchObject({
      kernel: 5,
      image: 4,
    });
    expect(
      failureOf(transposePicture, undefined, after(resizeTeacher, { rows: 1, columns: 7 })),
    ).toMatchObject({
      axis: 'width',
      kernel: 7,
      image: 6,
    });
  });
});

describe('the kernel', () => {
  it('is edited, resized and transposed', () => {
    expect(after(setEdgeKernelCell, { row: 0, column: 1, value: 2 }).edges.kernel.values).toEqual([1, 2]);
    expect(after(resizeEdgeKernel, { rows: 2, columns: 2 }).edges.kernel.values).toEqual([1, -1, 0, 0]);
    expect(
      after(replaceEdgeKernel('transpose-kernel'), transposeGrid(DEFAULT_DOCUMENT.edges.kernel)).edges.kernel,
    ).toEqual({
      rows: 2,
      columns: 1,
      values: [1, -1],
    });
    expect(after(replaceEdgeKernel('set-kernel'), filledGrid(3, 3, 1)).edges.kernel).toEqual(
      filledGrid(3, 3, 1),
    );
  });

  it('is refused when it does not fit, or has a weight that cannot be', () => {
    expect(failureOf(resizeEdgeKernel, { rows: 7, columns: 1 })).toMatchObject({ kernel: 7, image: 6 });
    expect(failureOf(setEdgeKernelCell, { row: 0, column: 0, value: 1e9 })).toMatchObject({
      field: 'kernel',
    });
    expect(failureOf(replaceEdgeKernel('set-kernel'), filledGrid(16, 1, 1))).toMatchObject({
      field: 'kernel-rows',
    });
    expect(
      failureOf(replaceEdgeKernel('set-kernel'), { rows: 1, columns: 2, values: [1, NaN] }),
    ).toMatchObject({
      field: 'kernel',
      cell: { row: 0, column: 1 },
    });
    expect(failureOf(replaceEdgeKernel('set-kernel'), { rows: 2, columns: 2, values: [1, 2, 3] })).toEqual({
      code: 'data-length',
      operand: 'kernel',
      expected: 4,
      actual: 3,
    });
  });
});

it("goes back to the article's picture and kernel", () => {
  const changed = after(
    replaceEdgeKernel('transpose-kernel'),
    transposeGrid(DEFAULT_DOCUMENT.edges.kernel),
    after(clearPicture, undefined),
  );
  expect(after(useArticleEdges, undefined, changed)).toEqual(DEFAULT_DOCUMENT);
});
