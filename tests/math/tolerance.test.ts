import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correlate, forEachProduct, imageGradient, kernelGradient } from '../../src/math/definition.ts';
import type { Plan } from '../../src/math/geometry.ts';
import { elementCount, makeTensor, type NumericTensor } from '../../src/math/tensor.ts';
import { errorBound, imageGradientErrorBound, kernelGradientErrorBound } from '../../src/math/tolerance.ts';
import { operandSamples } from './operand-samples.ts';

it('is n · 2⁻²⁴ · Σ|x||k|, doubled, and next to nothing for zeros', () => {
  const image = makeTensor([1, 1, 1, 4], [1, -2, 0, 0]);
  const bound = errorBound(image, makeTensor([1, 1, 1, 2], [3, 4]));
  expect([...bound.data].map(Math.fround)).toEqual([
    Math.fround(2 * 2 * 2 ** -24 * 11),
    Math.fround(2 * 2 * 2 ** -24 * 6),
    2 ** -124,
  ]);
});

it('counts only cells inside the image', () => {
  const one = makeTensor([1, 1, 1, 1], [1]);
  const wide = makeTensor([1, 1, 3, 3], new Float32Array(9).fill(1));
  expect(errorBound(one, wide, { padding: [1, 1, 1, 1] }).data[0]).toBeCloseTo(2 ** -23, 30);
});

it('holds for sums in float32 in the plainest order, and is not loose by orders of magnitude', () => {
  let largestShare = 0;
  fc.assert(
    fc.property(operandSamples, ({ plan, geometry, ...operands }) => {
      const [image, kernel, upstream] = [operands.image, operands.kernel, operands.upstream].map(rounded);
      if (!image || !kernel || !upstream) return;
      const share = (exact: NumericTensor, bound: NumericTensor, sums: Float32Array) => {
        Array.from(exact.data).forEach((value, i) => {
          const error = Math.abs((sums[i] ?? NaN) - value);
          expect(error).toBeLessThanOrEqual(bound.data[i] ?? 0);
          largestShare = Math.max(largestShare, error > 0 ? error / (bound.data[i] ?? 1) : 0);
        });
      };
      share(
        correlate(image, kernel, geometry),
        errorBound(image, kernel, geometry),
        float32Sums(plan, upstream, (i, k, r) => [r, value(image, i), value(kernel, k)]),
      );
      share(
        kernelGradient(image, upstream, plan.kernel, geometry),
        kernelGradientErrorBound(image, upstream, plan.kernel, geometry),
        float32Sums(plan, kernel, (i, k, r) => [k, value(image, i), value(upstream, r)]),
      );
      share(
        imageGradient(upstream, kernel, plan.image, geometry),
        imageGradientErrorBound(upstream, kernel, plan.image, geometry),
        float32Sums(plan, image, (i, k, r) => [i, value(upstream, r), value(kernel, k)]),
      );
    }),
    { numRuns: 60 },
  );
  expect(largestShare).toBeGreaterThan(0.1);
});

function float32Sums(
  plan: Plan,
  like: NumericTensor,
  factorsOf: (image: number, kernel: number, response: number) => readonly [number, number, number],
): Float32Array {
  const sums = new Float32Array(elementCount(like.shape));
  forEachProduct(plan, (image, kernel, response) => {
    const [element, a, b] = factorsOf(image, kernel, response);
    sums[element] = (sums[element] ?? 0) + Math.fround(a * b);
  });
  return sums;
}

function rounded({ shape, data }: NumericTensor): NumericTensor {
  return { shape, data: Float32Array.from(data) };
}

function value(tensor: NumericTensor, index: number): number {
  return tensor.data[index] ?? 0;
}
