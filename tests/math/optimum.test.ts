import { describe, expect, it } from 'vitest';
import { BARS_IMAGE, EDGE_KERNEL } from '../../src/math/article.ts';
import { correlate } from '../../src/math/definition.ts';
import type { Geometry, Size } from '../../src/math/geometry.ts';
import { optimum } from '../../src/math/optimum.ts';
import type { NumericTensor } from '../../src/math/tensor.ts';
import { lossAndGradient, trainReference } from '../../src/math/train.ts';
import { scatteredTensor } from './operand-samples.ts';

const TARGET = correlate(BARS_IMAGE, EDGE_KERNEL);
const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values));

describe("the article's optimum", () => {
  it('is the edge kernel, with no loss, and nothing is left undecided', () => {
    const { kernel, loss, rank, nullSpace } = optimum(BARS_IMAGE, TARGET, [1, 2], undefined, 'sum');
    expect(kernel.shape).toEqual([1, 1, 1, 2]);
    expect(kernel.data[0]).toBeCloseTo(1, 14);
    expect(kernel.data[1]).toBeCloseTo(-1, 14);
    expect(loss).toBeLessThan(1e-13);
    expect([rank, nullSpace]).toEqual([2, []]);
  });

  it('of 3×3 leaves six directions undecided: the rows of the image are equal', () => {
    const target = correlate(BARS_IMAGE, scatteredTensor([1, 1, 3, 3], 1));
    const { rank, nullSpace, loss } = optimum(BARS_IMAGE, target, [3, 3], undefined, 'sum');
    expect([rank, nullSpace.length]).toEqual([3, 6]);
    expect(loss).toBeLessThan(1e-12);
    nullSpace.forEach((direction) => {
      expect(norm(correlate(BARS_IMAGE, { shape: [1, 1, 3, 3], data: direction }).data)).toBeLessThan(1e-12);
    });
  });

  it('on the transposed image is decided along [1, 1] alone, and halves what the two weights must add up to', () => {
    const data = Array.from(
      { length: 48 },
      (_, i) => BARS_IMAGE.data[(i % 6) * 8 + Math.floor(i / 6)] ?? NaN,
    );
    const image: NumericTensor = { shape: [1, 1, 8, 6], data };
    const target = correlate(image, { shape: [1, 1, 1, 2], data: [3, -1] });
    const { kernel, rank, nullSpace } = optimum(image, target, [1, 2], undefined, 'mean');
    expect(rank).toBe(1);
    expect(kernel.data[0]).toBeCloseTo(1, 14);
    expect(kernel.data[1]).toBeCloseTo(1, 14);
    const [[left = NaN, right = NaN] = []] = nullSpace;
    expect(left + right).toBeCloseTo(0, 14);
    expect(Math.hypot(left, right)).toBeCloseTo(1, 14);
  });

  it('on a black image is no kernel at all', () => {
    const black: NumericTensor = { shape: [1, 1, 3, 3], data: new Float32Array(9) };
    const target: NumericTensor = { shape: [1, 1, 2, 2], data: [1, 2, 3, 4] };
    const { kernel, loss, rank, nullSpace } = optimum(black, target, [2, 2], undefined, 'sum');
    expect([...kernel.data]).toEqual([0, 0, 0, 0]);
    expect([loss, rank, nullSpace.length]).toEqual([30, 0, 4]);
  });
});

describe('the optimum of any layer', () => {
  const cases: readonly [string, Size, Partial<Geometry>][] = [
    ['one stride', [2, 3], {}],
    ['strides, padding and dilation', [3, 2], { stride: [2, 1], padding: [1, 0, 2, 1], dilation: [1, 2] }],
    ['a kernel with more taps than the response has elements', [7, 8], { padding: [0, 0, 0, 1] }],
  ];

  it.each(cases)('has no gradient, and is the nearest to zero: %s', (_, kernelSize, geometry) => {
    const image = scatteredTensor([2, 2, 8, 9], 3);
    const shape = [3, 2, ...kernelSize] as const;
    const target = scatteredTensor(correlate(image, scatteredTensor(shape, 4), geometry).shape, 5);
    const { kernel, loss, rank, nullSpace } = optimum(image, target, kernelSize, geometry, 'mean');
    const taps = 2 * kernelSize[0] * kernelSize[1];
    const expected = lossAndGradient({ image, target, geometry, loss: 'mean', kernel }, kernel);
    expect(norm(expected.gradient.data)).toBeLessThan(1e-12);
    expect(loss).toBeCloseTo(expected.loss, 12);
    expect(rank).toBe(Math.min(taps, target.data.length / target.shape[1]));
    for (let o = 0; o < 3; o++) {
      const weights = kernel.data.subarray(o * taps, (o + 1) * taps);
      nullSpace.forEach((direction) => {
        expect(direction.reduce((sum, v, i) => sum + v * (weights[i] ?? NaN), 0)).toBeCloseTo(0, 10);
      });
    }
  });

  it('is where gradient descent from zero ends', () => {
    const target = scatteredTensor([1, 1, 6, 7], 6);
    const { kernel, loss } = optimum(BARS_IMAGE, target, [1, 2], undefined, 'sum');
    const optimizer = { kind: 'sgd', rate: 1 / 36 } as const;
    const start = { shape: kernel.shape, data: [0, 0] };
    const problem = { image: BARS_IMAGE, target, kernel: start, loss: 'sum', optimizer } as const;
    const last = trainReference(problem, 200).at(-1);
    expect(last?.loss).toBeCloseTo(loss, 10);
    kernel.data.forEach((weight, i) => {
      expect(last?.kernel.data[i]).toBeCloseTo(weight, 12);
    });
  });

  it('refuses a target of another shape', () => {
    const target = scatteredTensor([1, 1, 6, 8], 1);
    expect(() => optimum(BARS_IMAGE, target, [1, 2], undefined, 'sum')).toThrow('target width is 8');
  });
});
