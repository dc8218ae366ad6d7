import { describe, expect, it } from 'vitest';
import { squaredError, squaredErrorGradient } from '../../src/math/loss.ts';
import { makeTensor } from '../../src/math/tensor.ts';
import { nudged, scatteredTensor } from './operand-samples.ts';

const REDUCTIONS = ['sum', 'mean'] as const;

describe('squared error', () => {
  const response = makeTensor([1, 1, 2, 2], [1, 2, 3, 4]);
  const target = makeTensor([1, 1, 2, 2], [1, 0, 0, 8]);

  it('sums or averages', () => {
    expect(squaredError(response, target, 'sum')).toBe(0 + 4 + 9 + 16);
    expect(squaredError(response, target, 'mean')).toBe(29 / 4);
  });

  it('has the gradient 2 · residual, over n for the mean', () => {
    expect([...squaredErrorGradient(response, target, 'sum').data]).toEqual([0, 4, 6, -8]);
    expect([...squaredErrorGradient(response, target, 'mean').data]).toEqual([0, 1, 1.5, -2]);
  });

  it.each(REDUCTIONS)('agrees with central differences (%s)', (reduction) => {
    const at = scatteredTensor([2, 1, 2, 3], 5);
    const to = scatteredTensor([2, 1, 2, 3], 6);
    const gradient = squaredErrorGradient(at, to, reduction);
    expect(gradient.shape).toEqual(at.shape);
    const h = 1e-3; // the loss is quadratic: central differences are exact but for rounding
    gradient.data.forEach((value, i) => {
      const above = squaredError(nudged(at, i, h), to, reduction);
      const below = squaredError(nudged(at, i, -h), to, reduction);
      expect((above - below) / (2 * h)).toBeCloseTo(value, 9);
    });
  });

  it('refuses a target of another shape, even with as many elements', () => {
    const turned = makeTensor([1, 1, 1, 4], [1, 2, 3, 4]);
    const message = 'target height is 1; it must be 2 here';
    expect(() => squaredError(response, turned, 'sum')).toThrow(message);
    expect(() => squaredErrorGradient(response, turned, 'mean')).toThrow(message);
  });
});
