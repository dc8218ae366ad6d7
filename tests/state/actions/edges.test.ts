import { describe, expect, it } from 'vitest';
import {
  paintCells,
  replaceEdgeKernel,
  replacePicture,
  resizeEdgeKernel,
  setEdgeKernelCell,
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
  it('is replaced, its greys in hundredths', () => {
    const picture = { rows: 2, columns: 2, values: [0, 1, 0.333, 0.5] };
    expect(after(replacePicture('paint'), picture).edges.image.values).toEqual([0, 1, 0.33, 0.5]);
  });

  it('has levels from 0 to 1, and as many as its sides say', () => {
    const replaced = (values: number[]) =>
      failureOf(replacePicture('paint'), { rows: 2, columns: 2, values });
    expect(replaced([0, 1, 2, 0])).toMatchObject({ field: 'image', cell: { row: 1, column: 0 } });
    expect(replaced([0, NaN, 1, 0])).toMatchObject({ field: 'image' });
    expect(replaced([0, 1])).toMatchObject({ code: 'data-length', operand: 'image' });
    expect(failureOf(replacePicture('resize-image'), filledGrid(65, 1, 1))).toMatchObject({
      field: 'image-rows',
    });
    expect(failureOf(paintCells, { cells: [[0, 0]], value: 2 })).toMatchObject({ field: 'image' });
  });

  it('cannot become smaller than its kernel', () => {
    expect(failureOf(replacePicture('resize-image'), filledGrid(6, 1, 1))).toMatchObject({
      axis: 'width',
      kernel: 2,
      image: 1,
    });
  });

  it('cannot become smaller than the teacher, which learns on it', () => {
    const document = after(resizeTeacher, { rows: 5, columns: 2 });
    expect(failureOf(replacePicture('resize-image'), filledGrid(4, 8, 1), document)).toMatchObject({
      kernel: 5,
      image: 4,
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
    after(replacePicture('clear-picture'), filledGrid(6, 8, 1)),
  );
  expect(after(useArticleEdges, undefined, changed)).toEqual(DEFAULT_DOCUMENT);
});
