/** Pooling and activations: literals, and gradients by central differences. */
import { describe, expect, it } from 'vitest';
import { activate, activationGradient } from '../../../src/math/stack/activation.ts';
import { effectiveWidth, rootMeanSquare } from '../../../src/math/stack/effective.ts';
import type { ActivationName, PoolingLayer } from '../../../src/math/stack/layer.ts';
import { pool, poolGradient } from '../../../src/math/stack/pooling.ts';
import { makeTensor, type Tensor4 } from '../../../src/math/tensor.ts';

const counting = makeTensor([1, 1, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
const layer = (method: 'max' | 'average', size: number, stride: number): PoolingLayer => {
  return { kind: 'pooling', method, size, stride };
};

describe('pooling', () => {
  it('takes the greatest or the mean of a window', () => {
    expect([...pool(counting, layer('max', 2, 1)).data]).toEqual([5, 6, 7, 9, 10, 11]);
    expect([...pool(counting, layer('average', 2, 2)).data]).toEqual([2.5, 4.5]);
  });

  it('leaves each map to itself', () => {
    const two = makeTensor([1, 2, 2, 2], [1, 2, 3, 4, -1, -2, -3, -4]);
    expect([...pool(two, layer('max', 2, 2)).data]).toEqual([4, -1]);
  });

  it('refuses a window that does not fit', () => {
    expect(() => pool(counting, layer('max', 4, 1))).toThrow(RangeError);
  });

  it('gives the slope of equal cells to the first, as PyTorch does', () => {
    const flat = makeTensor([1, 1, 2, 2], [7, 7, 7, 7]);
    const upstream = makeTensor([1, 1, 1, 1], [3]);
    expect([...poolGradient(upstream, flat, layer('max', 2, 2)).data]).toEqual([3, 0, 0, 0]);
  });
});

const image = makeTensor(
  [1, 1, 4, 5],
  [3, -1, 4, 1, -5, 9, 2, -6, 5, 3.5, -8, 9.5, 7, 0.5, 8, -2, 1.5, -4, 6, 2.5].map((value) => value / 10),
);

/** dL/dimage of L = Σ wᵢ yᵢ by central differences. */
function differences(forward: (input: Tensor4) => Tensor4, weights: Float32Array): number[] {
  const step = 2 ** -10;
  const loss = (data: Float32Array): number =>
    forward({ shape: image.shape, data }).data.reduce((sum, y, index) => sum + y * (weights[index] ?? 0), 0);
  return [...image.data].map((value, index) => {
    return (
      (loss(image.data.with(index, value + step)) - loss(image.data.with(index, value - step))) / (2 * step)
    );
  });
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, 2);
  });
}

it.each([layer('max', 2, 1), layer('max', 3, 2), layer('average', 2, 1), layer('average', 2, 2)])(
  'the gradient of pooling is its slope: %o',
  (pooling) => {
    const output = pool(image, pooling);
    const weights = output.data.map((_, index) => 1 + (index % 3));
    const gradient = poolGradient({ shape: output.shape, data: weights }, image, pooling);
    expectClose(
      gradient.data,
      differences((input) => pool(input, pooling), weights),
    );
  },
);

it.each<ActivationName>(['none', 'relu', 'tanh'])('the gradient of %s is its slope', (name) => {
  const weights = image.data.map((_, index) => 1 + (index % 3));
  const gradient = activationGradient({ shape: image.shape, data: weights }, activate(image, name), name);
  expectClose(
    gradient.data,
    differences((input) => activate(input, name), weights),
  );
});

it('tanh(1) = 0.761594, and ReLU cuts below zero', () => {
  const values = makeTensor([1, 1, 1, 2], [1, -1]);
  expect(activate(values, 'tanh').data[0]).toBeCloseTo(0.761594, 6);
  expect([...activate(values, 'relu').data]).toEqual([1, 0]);
});

describe('the width of an effective field', () => {
  it('is the root of the number of cells past 4.55 % of the greatest', () => {
    expect(effectiveWidth([0.04, -1, 0.046, 0, 0.5, -0.5])).toBe(2);
    expect(effectiveWidth([0, 0, 0])).toBe(0);
  });

  it('of a normal distribution of deviation σ is σ·√(2π·ln 22) ≈ 4.4 σ', () => {
    const sigma = 6;
    const gaussian = Array.from({ length: 61 * 61 }, (_, index) => {
      const [y, x] = [Math.floor(index / 61) - 30, (index % 61) - 30];
      return Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
    });
    // The cells within radius r = σ √(2 ln(1/0.0455)): √(π r²).
    expect(effectiveWidth(gaussian)).toBeCloseTo(sigma * Math.sqrt(2 * Math.PI * Math.log(1 / 0.0455)), 0);
  });
});

it('the root of the mean square', () => {
  expect([
    ...rootMeanSquare([
      [3, 0],
      [-4, 1],
    ]),
  ]).toEqual([Math.sqrt(12.5), Math.sqrt(0.5)]);
});
