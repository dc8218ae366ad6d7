import { describe, expect, it } from 'vitest';
import {
  paintImage,
  resetCorrelation,
  resizeImage,
  resizeKernel,
  setDilation,
  setFlip,
  setImageCell,
  setKernelCell,
  setPadding,
  setStride,
} from '../../../src/state/actions/correlation.ts';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { LIMITS } from '../../../src/state/limits.ts';
import { after, failureOf } from './run-action.ts';

describe('cells', () => {
  it('changes one, row-major', () => {
    const { correlation } = after(setImageCell, { row: 1, column: 2, value: -9.5 });
    expect(correlation.image.values).toEqual([0, 1, 2, 3, 4, -9.5, 6, 7, 8]);
    expect(after(setKernelCell, { row: 1, column: 0, value: 7 }).correlation.kernel.values).toEqual([
      0, 1, 7, 3,
    ]);
  });

  it.each([NaN, Infinity, 10_000, -10_000])('refuses %d and names the cell', (value) => {
    expect(failureOf(setImageCell, { row: 0, column: 1, value })).toMatchObject({
      field: 'image',
      cell: { row: 0, column: 1 },
      range: LIMITS.value,
    });
  });

  it('paints any number on some of them, and passes over those outside', () => {
    const cells = [
      [0, 0],
      [2, 1],
      [-1, 0],
      [1, 3],
      [3, 0],
    ] as const;
    const { correlation } = after(paintImage, { cells, value: 12.345 });
    expect(correlation.image.values).toEqual([12.345, 1, 2, 3, 4, 5, 6, 12.345, 8]);
    expect(failureOf(paintImage, { cells, value: 1e5 })).toMatchObject({
      field: 'image',
      range: LIMITS.value,
    });
  });

  it('leaves the other scenes alone', () => {
    const next = after(setImageCell, { row: 0, column: 0, value: 5 });
    expect(next.edges).toBe(DEFAULT_DOCUMENT.edges);
    expect(next.learning).toBe(DEFAULT_DOCUMENT.learning);
  });
});

describe('sizes', () => {
  it('keeps the top left part and fills with 0', () => {
    const grown = after(resizeImage, { rows: 4, columns: 4 });
    expect(grown.correlation.image.values).toEqual([0, 1, 2, 0, 3, 4, 5, 0, 6, 7, 8, 0, 0, 0, 0, 0]);
    const shrunk = after(resizeImage, { rows: 2, columns: 2 });
    expect(shrunk.correlation.image).toEqual({ rows: 2, columns: 2, values: [0, 1, 3, 4] });
  });

  it.each([0, 65, 2.5, NaN])('refuses an image of %d rows', (rows) => {
    expect(failureOf(resizeImage, { rows, columns: 3 })).toMatchObject({
      field: 'image-rows',
      range: LIMITS.imageSide,
    });
  });

  it('refuses a kernel of 16 columns', () => {
    expect(failureOf(resizeKernel, { rows: 2, columns: 16 })).toMatchObject({ field: 'kernel-columns' });
  });

  it('refuses a kernel that the image cannot hold, with the numbers', () => {
    expect(failureOf(resizeKernel, { rows: 2, columns: 4 })).toEqual({
      code: 'window-exceeds-image',
      axis: 'width',
      kernel: 4,
      window: 4,
      image: 3,
      available: 3,
    });
    expect(failureOf(resizeImage, { rows: 1, columns: 3 })).toMatchObject({
      axis: 'height',
      kernel: 2,
      image: 1,
    });
  });
});

describe('geometry', () => {
  it('sets one axis or side', () => {
    expect(after(setStride, { axis: 'y', value: 8 }).correlation.stride).toEqual([8, 1]);
    expect(after(setDilation, { axis: 'x', value: 2 }).correlation.dilation).toEqual([1, 2]);
    expect(after(setPadding, { side: 'bottom', value: 3 }).correlation.padding).toEqual([0, 0, 3, 0]);
  });

  it.each([0, 9, 1.5])('refuses a stride of %d', (value) => {
    expect(failureOf(setStride, { axis: 'x', value })).toMatchObject({
      field: 'stride-x',
      range: LIMITS.stride,
    });
  });

  it('refuses negative padding and a dilation of 0', () => {
    expect(failureOf(setPadding, { side: 'left', value: -1 })).toMatchObject({ field: 'padding-left' });
    expect(failureOf(setDilation, { axis: 'y', value: 0 })).toMatchObject({ field: 'dilation-y' });
  });

  it('refuses a dilation that spans more than the padded image, until padding makes room', () => {
    const tooWide = { axis: 'y', value: 4 } as const;
    expect(failureOf(setDilation, tooWide)).toMatchObject({ window: 5, available: 3 });
    const padded = after(setPadding, { side: 'top', value: 2 });
    const dilated = after(setDilation, tooWide, padded);
    expect(dilated.correlation.dilation).toEqual([4, 1]);
    expect(failureOf(setPadding, { side: 'top', value: 1 }, dilated)).toMatchObject({
      window: 5,
      available: 4,
    });
  });
});

it('flips, and goes back to the example', () => {
  const flipped = after(setFlip, true);
  expect(flipped.correlation.flip).toBe(true);
  expect(after(resetCorrelation, undefined, flipped)).toEqual(DEFAULT_DOCUMENT);
});
