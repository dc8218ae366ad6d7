/** Identities that hold whatever the values are; none of them knows how an engine computes. */
import { describe, expect, test } from 'vitest';
import type { Engine, Geometry, Tensor4 } from '../../../src/engine/index.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { makeScattered, makeSmallIntegers } from '../gpu/tensors.ts';
import { innerProduct, valuesOf } from './values.ts';

export function describeIdentities(engine: () => Engine): void {
  describe('identities', () => {
    test('a delta kernel gives the image back, bit for bit', async () => {
      const image = makeScattered([1, 1, 9, 13], 1);
      const delta = makeTensor([1, 1, 3, 5], [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
      const response = await engine().correlate(image, delta, { padding: [1, 2, 1, 2] });
      expect(response).toEqual(image);
    });

    test('correlation is linear in the image', async () => {
      const [first, second] = [makeSmallIntegers([1, 2, 8, 9], 2), makeSmallIntegers([1, 2, 8, 9], 3)];
      const kernel = makeSmallIntegers([3, 2, 2, 3], 4);
      const mixed = combine(first, 3, second);
      const expected = combine(
        await engine().correlate(first, kernel),
        3,
        await engine().correlate(second, kernel),
      );
      expect(valuesOf(await engine().correlate(mixed, kernel))).toEqual(valuesOf(expected));
    });

    test('an image shifted by a stride shifts the response by a cell', async () => {
      const wide = makeSmallIntegers([1, 2, 7, 21], 5);
      const kernel = makeSmallIntegers([2, 2, 3, 2], 6);
      const geometry: Partial<Geometry> = { stride: [1, 2], dilation: [2, 3] };
      const whole = await engine().correlate(wide, kernel, geometry);
      const shifted = await engine().correlate(dropColumns(wide, 2), kernel, geometry);
      expect(valuesOf(shifted)).toEqual(valuesOf(dropColumns(whole, 1)));
    });

    test('the gradients are adjoint: <correlate(x, k), r> = <k, dK(x, r)> = <x, dX(r, k)>', async () => {
      const image = makeSmallIntegers([2, 4, 11, 10], 7);
      const kernel = makeSmallIntegers([6, 2, 3, 2], 8);
      const geometry: Partial<Geometry> = {
        groups: 2,
        stride: [2, 1],
        dilation: [1, 3],
        padding: [1, 0, 2, 3],
      };
      const response = await engine().correlate(image, kernel, geometry);
      const upstream = makeSmallIntegers(response.shape, 9);
      const byKernel = await engine().kernelGradient(image, upstream, [3, 2], geometry);
      const byImage = await engine().imageGradient(upstream, kernel, [11, 10], geometry);
      const value = innerProduct(response, upstream);
      expect(value).not.toBe(0);
      expect(innerProduct(kernel, byKernel)).toBe(value);
      expect(innerProduct(image, byImage)).toBe(value);
    });
  });
}

function combine(a: Tensor4, factor: number, b: Tensor4): Tensor4 {
  return makeTensor(
    a.shape,
    a.data.map((value, i) => value + factor * (b.data[i] ?? NaN)),
  );
}

function dropColumns({ shape: [n, c, h, w], data }: Tensor4, count: number): Tensor4 {
  return makeTensor(
    [n, c, h, w - count],
    data.filter((_, i) => i % w >= count),
  );
}
