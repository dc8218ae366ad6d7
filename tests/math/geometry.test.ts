import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeGeometry,
  DEFAULT_GEOMETRY,
  dilatedLength,
  imageShape,
  kernelShape,
  outputSize,
  planCorrelation,
  planImageGradient,
  planKernelGradient,
  responseShape,
  type Geometry,
} from '../../src/math/geometry.ts';
import { GeometryError, ShapeError } from '../../src/math/problem.ts';
import { operandSamples } from './operand-samples.ts';

describe('the size of the response', () => {
  it("is the article's", () => {
    expect(outputSize([3, 3], [2, 2])).toEqual([2, 2]);
    expect(outputSize([6, 8], [1, 2])).toEqual([6, 7]);
  });

  // Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016), figures 2.1 to 2.7 and 5.1.
  it.each<[string, number, number, Partial<Geometry>, number]>([
    ['no padding, unit strides', 4, 3, {}, 2],
    ['arbitrary padding', 5, 4, { padding: [2, 2, 2, 2] }, 6],
    ['half padding', 5, 3, { padding: [1, 1, 1, 1] }, 5],
    ['full padding', 5, 3, { padding: [2, 2, 2, 2] }, 7],
    ['no padding, strides', 5, 3, { stride: [2, 2] }, 2],
    ['padding, strides', 5, 3, { padding: [1, 1, 1, 1], stride: [2, 2] }, 3],
    ['padding, strides, odd', 6, 3, { padding: [1, 1, 1, 1], stride: [2, 2] }, 3],
    ['dilation', 7, 3, { dilation: [2, 2] }, 3],
  ])('%s', (_, image, kernel, geometry, expected) => {
    expect(outputSize([image, image], [kernel, kernel], geometry)).toEqual([expected, expected]);
  });

  it('counts the windows that fit the padded image', () => {
    const length = fc.integer({ min: 1, max: 12 });
    const amount = fc.integer({ min: 0, max: 3 });
    const factor = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        fc.tuple(length, length, amount, amount, factor, factor),
        ([image, kernel, before, after, stride, dilation]) => {
          const fitting = countWindows(image + before + after, kernel, stride, dilation);
          const geometry = {
            stride: [stride, 1],
            padding: [before, 0, after, 0],
            dilation: [dilation, 1],
          } as const;
          if (fitting === 0)
            expect(() => outputSize([image, 1], [kernel, 1], geometry)).toThrow(GeometryError);
          else expect(outputSize([image, 1], [kernel, 1], geometry)).toEqual([fitting, 1]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('knows the span of a dilated kernel', () => {
    expect([dilatedLength(3, 1), dilatedLength(3, 2), dilatedLength(1, 9)]).toEqual([3, 5, 1]);
  });
});

describe('a plan', () => {
  it('has the shapes of all three tensors, from any two', () => {
    fc.assert(
      fc.property(operandSamples, ({ image, kernel, upstream, geometry }) => {
        const plan = planCorrelation(image.shape, kernel.shape, geometry);
        const [, , kernelHeight, kernelWidth] = kernel.shape;
        const [, , imageHeight, imageWidth] = image.shape;
        expect([imageShape(plan), kernelShape(plan)]).toEqual([image.shape, kernel.shape]);
        expect(responseShape(plan)).toEqual(upstream.shape);
        expect(
          planKernelGradient(image.shape, upstream.shape, [kernelHeight, kernelWidth], geometry),
        ).toEqual(plan);
        expect(planImageGradient(upstream.shape, kernel.shape, [imageHeight, imageWidth], geometry)).toEqual(
          plan,
        );
      }),
    );
  });

  it('divides channels among groups', () => {
    expect(planCorrelation([1, 6, 4, 4], [4, 3, 2, 2], { groups: 2 })).toMatchObject({
      inPerGroup: 3,
      outPerGroup: 2,
      outChannels: 4,
    });
  });
});

describe('geometry that cannot be', () => {
  it('is completed with the defaults where it says nothing', () => {
    expect(completeGeometry()).toEqual(DEFAULT_GEOMETRY);
    expect(completeGeometry({ groups: 3 })).toEqual({ ...DEFAULT_GEOMETRY, groups: 3 });
  });

  it.each<[Partial<Geometry>, field: string, value: number, minimum: number]>([
    [{ stride: [0, 1] }, 'stride-y', 0, 1],
    [{ stride: [1, 1.5] }, 'stride-x', 1.5, 1],
    [{ padding: [-1, 0, 0, 0] }, 'padding-top', -1, 0],
    [{ padding: [0, 0.5, 0, 0] }, 'padding-left', 0.5, 0],
    [{ padding: [0, 0, NaN, 0] }, 'padding-bottom', NaN, 0],
    [{ padding: [0, 0, 0, Infinity] }, 'padding-right', Infinity, 0],
    [{ dilation: [0, 1] }, 'dilation-y', 0, 1],
    [{ dilation: [1, -2] }, 'dilation-x', -2, 1],
    [{ groups: 0 }, 'groups', 0, 1],
  ])('names the number that is wrong: %j', (geometry, field, value, minimum) => {
    expect(problemOf(() => completeGeometry(geometry))).toEqual({
      code: 'invalid-number',
      field,
      value,
      minimum,
    });
  });

  it('names the axis along which the window does not fit', () => {
    const padding = [0, 1, 0, 0] as const;
    expect(problemOf(() => outputSize([4, 4], [2, 4], { dilation: [1, 2], padding }))).toEqual({
      code: 'window-exceeds-image',
      axis: 'width',
      kernel: 4,
      window: 7,
      image: 4,
      available: 5,
    });
  });

  it('names the side that groups do not divide', () => {
    const plan = (channels: number, out: number) => () =>
      planCorrelation([1, channels, 3, 3], [out, 2, 1, 1], { groups: 2 });
    expect(problemOf(plan(3, 2))).toMatchObject({ code: 'groups-do-not-divide', side: 'in', channels: 3 });
    expect(problemOf(plan(4, 3))).toMatchObject({ code: 'groups-do-not-divide', side: 'out', channels: 3 });
    expect(
      problemOf(() => planKernelGradient([1, 3, 3, 3], [1, 2, 3, 3], [1, 1], { groups: 2 })),
    ).toMatchObject({ code: 'groups-do-not-divide', side: 'in' });
  });
});

describe('shapes that do not fit one another', () => {
  it('name the channels a kernel should have', () => {
    expect(problemOf(() => planCorrelation([1, 4, 3, 3], [2, 4, 1, 1], { groups: 2 }))).toEqual({
      code: 'dimension-mismatch',
      operand: 'kernel',
      dimension: 'channels',
      expected: 2,
      actual: 4,
    });
  });

  it.each([
    [[2, 1, 2, 2], 'batch', 1, 2],
    [[1, 1, 3, 2], 'height', 2, 3],
    [[1, 1, 2, 1], 'width', 2, 1],
  ] as const)('name what an upstream of %j should have', (upstream, dimension, expected, actual) => {
    const problem = { code: 'dimension-mismatch', operand: 'upstream', dimension, expected, actual };
    expect(problemOf(() => planKernelGradient([1, 1, 3, 3], upstream, [2, 2]))).toEqual(problem);
  });

  it('name the channels that an upstream of another kernel has', () => {
    expect(problemOf(() => planImageGradient([1, 2, 2, 2], [3, 1, 2, 2], [3, 3]))).toMatchObject({
      operand: 'upstream',
      dimension: 'channels',
      expected: 3,
      actual: 2,
    });
  });
});

function countWindows(available: number, kernel: number, stride: number, dilation: number): number {
  let count = 0;
  for (let start = 0; start < available; start += stride) {
    const cells = Array.from({ length: kernel }, (_, i) => start + i * dilation);
    if (cells.every((cell) => cell < available)) count++;
  }
  return count;
}

function problemOf(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    if (error instanceof GeometryError || error instanceof ShapeError) return error.problem;
  }
  return null;
}
