/** What must be equal to the last bit: sums of whole numbers below 2^24, and the same call made twice. */
import { describe, expect, test } from 'vitest';
import type { Engine, Geometry } from '../../../src/engine/index.ts';
import * as definition from '../../../src/math/definition.ts';
import type { Shape4 } from '../../../src/math/tensor.ts';
import { makeBinary, makeScattered, makeSmallIntegers } from '../gpu/tensors.ts';
import { valuesOf } from './values.ts';

interface Case {
  readonly image: Shape4;
  readonly kernel: Shape4;
  readonly geometry: Partial<Geometry>;
}

const CASES: readonly Case[] = [
  { image: [1, 1, 32, 45], kernel: [1, 1, 3, 3], geometry: {} },
  { image: [2, 3, 12, 11], kernel: [4, 3, 5, 2], geometry: { padding: [2, 1, 0, 3] } },
  { image: [1, 4, 15, 17], kernel: [6, 2, 3, 4], geometry: { groups: 2, stride: [2, 3], dilation: [3, 2] } },
  {
    image: [2, 5, 9, 8],
    kernel: [5, 1, 2, 2],
    geometry: { groups: 5, padding: [0, 2, 1, 0], stride: [1, 2] },
  },
  // Steps and borders far past the image: coordinates that 32 bits barely hold, and steps that are never taken.
  {
    image: [1, 1, 5, 6],
    kernel: [1, 1, 2, 2],
    geometry: { stride: [2 ** 29, 2 ** 29], padding: [2 ** 29, 0, 0, 2 ** 29] },
  },
  {
    image: [1, 1, 5, 6],
    kernel: [1, 1, 2, 2],
    geometry: { dilation: [2 ** 29, 3], padding: [2 ** 29, 0, 0, 0], stride: [2, 1] },
  },
  { image: [1, 1, 5, 6], kernel: [1, 1, 1, 2], geometry: { stride: [2 ** 40, 1], dilation: [2 ** 32, 1] } },
];

export function describeExactness(engine: () => Engine): void {
  describe.each(CASES)('a binary image $image and an integer kernel $kernel, $geometry', (sample) => {
    const { geometry } = sample;
    const image = makeBinary(sample.image, 1);
    const kernel = makeSmallIntegers(sample.kernel, 2);
    const response = definition.correlate(image, kernel, geometry);
    const upstream = makeSmallIntegers(response.shape, 3);
    const [, , kernelHeight, kernelWidth] = sample.kernel;
    const [, , imageHeight, imageWidth] = sample.image;

    test('correlate exactly', async () => {
      expect(valuesOf(await engine().correlate(image, kernel, geometry))).toEqual(valuesOf(response));
    });

    test('have an exact kernel gradient', async () => {
      const size = [kernelHeight, kernelWidth] as const;
      const gradient = await engine().kernelGradient(image, upstream, size, geometry);
      expect(gradient.shape).toEqual(sample.kernel);
      expect(valuesOf(gradient)).toEqual(
        valuesOf(definition.kernelGradient(image, upstream, size, geometry)),
      );
    });

    test('have an exact image gradient', async () => {
      const size = [imageHeight, imageWidth] as const;
      const gradient = await engine().imageGradient(upstream, kernel, size, geometry);
      expect(gradient.shape).toEqual(sample.image);
      expect(valuesOf(gradient)).toEqual(
        valuesOf(definition.imageGradient(upstream, kernel, size, geometry)),
      );
    });
  });

  test('the same call gives the same bits twice', async () => {
    const image = makeScattered([2, 4, 70, 66], 4);
    const kernel = makeScattered([6, 2, 5, 3], 5);
    const geometry: Partial<Geometry> = { groups: 2, padding: [2, 1, 2, 1] };
    const upstream = makeScattered([2, 6, 70, 66], 6);
    const compute = async () => [
      await engine().correlate(image, kernel, geometry),
      await engine().kernelGradient(image, upstream, [5, 3], geometry),
      await engine().imageGradient(upstream, kernel, [70, 66], geometry),
    ];
    expect(await compute()).toEqual(await compute());
  });
}
