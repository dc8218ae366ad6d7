/** Shapes at the edges: a single cell, a single row, kernel = image, and around the workgroup sizes 64 and 256. */
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index.ts';
import * as definition from '../../../src/math/definition.ts';
import type { Shape4 } from '../../../src/math/tensor.ts';
import { makeSmallIntegers } from '../gpu/tensors.ts';
import { valuesOf } from './values.ts';

/** Image and kernel. */
const SHAPES: readonly (readonly [image: Shape4, kernel: Shape4])[] = [
  [
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ],
  [
    [1, 1, 1, 9],
    [1, 1, 1, 3],
  ],
  [
    [1, 1, 9, 1],
    [1, 1, 2, 1],
  ],
  [
    [1, 1, 5, 7],
    [1, 1, 5, 7],
  ],
  [
    [1, 3, 4, 4],
    [2, 3, 4, 4],
  ],
  [
    [1, 1, 15, 15],
    [1, 1, 15, 15],
  ],
  [
    [3, 1, 7, 6],
    [5, 1, 4, 2],
  ],
  ...[63, 64, 65, 255, 256, 257].map((n): [Shape4, Shape4] => [
    [1, 1, 1, n],
    [1, 1, 1, 1],
  ]),
  ...[63, 64, 65, 255, 256, 257].map((n): [Shape4, Shape4] => [
    [1, 1, n + 1, 2],
    [1, 1, 2, 2],
  ]),
  // As many taps, and as many cells to sum over, as a workgroup has invocations, one fewer and one more.
  ...[63, 64, 65].map((n): [Shape4, Shape4] => [
    [1, n, 3, 3],
    [1, n, 2, 2],
  ]),
  ...[15, 16, 17].map((n): [Shape4, Shape4] => [
    [1, 1, n, n],
    [1, 1, 1, 1],
  ]),
];

export function describeShapes(engine: () => Engine): void {
  describe.each(SHAPES)('image %j, kernel %j', (imageShape, kernelShape) => {
    const image = makeSmallIntegers(imageShape, 1);
    const kernel = makeSmallIntegers(kernelShape, 2);
    const expected = definition.correlate(image, kernel);
    const upstream = makeSmallIntegers(expected.shape, 3);

    test('give what the definition gives', async () => {
      const response = await engine().correlate(image, kernel);
      expect(response.shape).toEqual(expected.shape);
      expect(valuesOf(response)).toEqual(valuesOf(expected));
    });

    test('have the gradients of the definition', async () => {
      const kernelSize = [kernelShape[2], kernelShape[3]] as const;
      const imageSize = [imageShape[2], imageShape[3]] as const;
      const byKernel = await engine().kernelGradient(image, upstream, kernelSize);
      const byImage = await engine().imageGradient(upstream, kernel, imageSize);
      expect([byKernel.shape, byImage.shape]).toEqual([kernelShape, imageShape]);
      expect(valuesOf(byKernel)).toEqual(valuesOf(definition.kernelGradient(image, upstream, kernelSize)));
      expect(valuesOf(byImage)).toEqual(valuesOf(definition.imageGradient(upstream, kernel, imageSize)));
    });
  });
}
