import { describe, expect, it } from 'vitest';
import { ARTICLE_START, BARS_IMAGE, EDGE_KERNEL } from '../../src/math/article.ts';
import { correlate } from '../../src/math/definition.ts';
import type { Size } from '../../src/math/geometry.ts';
import { eigenvalues, hessian, rateLimits } from '../../src/math/quadratic.ts';
import type { NumericTensor } from '../../src/math/tensor.ts';
import { lossAndGradient, trainReference } from '../../src/math/train.ts';
import training from '../fixtures/training.json';
import { scatteredTensor } from './operand-samples.ts';

const limitsOf = (image: NumericTensor, size: Size) =>
  rateLimits(eigenvalues(hessian(image, size, undefined, 'sum')));

describe("the article's loss", () => {
  const matrix = hessian(BARS_IMAGE, [1, 2], undefined, 'sum');

  it('has the Hessian [[36, 24], [24, 36]], with eigenvalues 12 and 60', () => {
    expect(matrix).toEqual(training.hessian);
    const values = eigenvalues(matrix);
    expect(values[0]).toBeCloseTo(12, 12);
    expect(values[1]).toBeCloseTo(60, 12);
  });

  it('allows rates below 1/30, and 1/36 is best', () => {
    const limits = rateLimits(eigenvalues(matrix));
    expect(limits.largestStable).toBeCloseTo(training.max_stable_lr, 14);
    expect(limits.best).toBeCloseTo(training.best_fixed_lr, 14);
    expect(limits.smallest).toBeCloseTo(12, 12);
    expect(limits.largest).toBeCloseTo(60, 12);
  });

  it('divided by its 42 elements for the mean', () => {
    hessian(BARS_IMAGE, [1, 2], undefined, 'mean')
      .flat()
      .forEach((value, i) => {
        expect(value * 42).toBeCloseTo(training.hessian.flat()[i] ?? NaN, 12);
      });
  });

  it('converges just below the largest stable rate and diverges just above it', () => {
    const { largestStable } = rateLimits(eigenvalues(matrix));
    const lossesAt = (rate: number) =>
      trainReference(
        {
          image: BARS_IMAGE,
          target: correlate(BARS_IMAGE, EDGE_KERNEL),
          kernel: ARTICLE_START,
          loss: 'sum',
          optimizer: { kind: 'sgd', rate },
        },
        400,
      ).map(({ loss }) => loss);
    expect(lossesAt(largestStable * 0.99).at(-1)).toBeLessThan(0.01);
    expect(lossesAt(largestStable * 1.01).at(-1)).toBeGreaterThan(100);
  });
});

describe('the largest stable rates of other images and kernels', () => {
  const [, , height, width] = BARS_IMAGE.shape;
  const mapped = (
    valueAt: (row: number, column: number) => number,
    [rows, columns]: Size,
  ): NumericTensor => ({
    shape: [1, 1, rows, columns],
    data: Array.from({ length: rows * columns }, (_, i) => valueAt(Math.floor(i / columns), i % columns)),
  });
  const bars = (row: number, column: number) => BARS_IMAGE.data[row * width + column] ?? NaN;

  it.each<[string, NumericTensor, Size, string]>([
    ['2×2 kernel', BARS_IMAGE, [2, 2], '0.0200'],
    ['3×3 kernel', BARS_IMAGE, [3, 3], '0.0244'],
    ['inverted image', mapped((row, column) => 1 - bars(row, column), [height, width]), [1, 2], '0.0238'],
    ['transposed image', mapped((row, column) => bars(column, row), [width, height]), [1, 2], '0.0250'],
    ['all white', mapped(() => 1, [height, width]), [1, 2], '0.0119'],
  ])('%s', (_, image, size, published) => {
    expect(limitsOf(image, size).largestStable.toPrecision(3)).toBe(published);
  });

  it('are infinite where nothing can be learned', () => {
    expect(
      limitsOf(
        mapped(() => 0, [3, 3]),
        [2, 2],
      ),
    ).toEqual({
      smallest: 0,
      largest: 0,
      largestStable: Infinity,
      best: Infinity,
    });
  });
});

describe('the Hessian of any layer', () => {
  const image = scatteredTensor([2, 2, 5, 6], 8);
  const geometry = { stride: [2, 1], padding: [0, 1, 2, 0], dilation: [1, 2] } as const;
  const matrix = hessian(image, [2, 2], geometry, 'mean');

  it('is symmetric', () => {
    expect(matrix).toHaveLength(8);
    matrix.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe(matrix[j]?.[i]);
      });
    });
  });

  it('gives the change of the gradient between two kernels', () => {
    const [a, b] = [scatteredTensor([1, 2, 2, 2], 1), scatteredTensor([1, 2, 2, 2], 2)];
    const target = scatteredTensor(correlate(image, a, geometry).shape, 3);
    const gradientAt = (kernel: NumericTensor) =>
      lossAndGradient({ image, target, geometry, kernel, loss: 'mean' }, kernel).gradient.data;
    const [atA, atB] = [gradientAt(a), gradientAt(b)];
    matrix.forEach((row, i) => {
      const change = row.reduce((sum, h, j) => sum + h * ((b.data[j] ?? 0) - (a.data[j] ?? 0)), 0);
      expect((atB[i] ?? NaN) - (atA[i] ?? NaN)).toBeCloseTo(change, 10);
    });
  });

  it('has eigenvalues that add up to its trace, none below zero', () => {
    const values = eigenvalues(matrix);
    const trace = matrix.reduce((sum, row, i) => sum + (row[i] ?? NaN), 0);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 10);
    expect(values[0]).toBeGreaterThanOrEqual(-1e-12);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});
