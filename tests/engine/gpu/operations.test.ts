import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Geometry, Size } from '../../../src/math/geometry.ts';
import * as definition from '../../../src/math/definition.ts';
import { makeTensor, type NumericTensor, type Shape4, type Tensor4 } from '../../../src/math/tensor.ts';
import {
  errorBound,
  imageGradientErrorBound,
  kernelGradientErrorBound,
} from '../../../src/math/tolerance.ts';
import type { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { operandSamples } from '../../math/operand-samples.ts';
import { expectWithin, makeBinary, makeScattered, makeSmallIntegers } from './tensors.ts';
import { test } from './gpu-fixture.ts';

interface Case {
  readonly name: string;
  readonly image: Shape4;
  readonly kernel: Shape4;
  readonly geometry?: Partial<Geometry>;
}

// One below, at and above the workgroup size (64), the tile (4 rows) and the taps of a workgroup (4).
const CASES: readonly Case[] = [
  { name: '1x1 image and kernel', image: [1, 1, 1, 1], kernel: [1, 1, 1, 1] },
  { name: 'a row of 63', image: [1, 1, 1, 63], kernel: [1, 1, 1, 1] },
  { name: 'a row of 64', image: [1, 1, 1, 64], kernel: [1, 1, 1, 1] },
  { name: 'a row of 65', image: [1, 1, 1, 65], kernel: [1, 1, 1, 1] },
  { name: 'a column of 259', image: [1, 1, 259, 1], kernel: [1, 1, 3, 1] },
  { name: '3 response rows', image: [1, 1, 4, 7], kernel: [1, 1, 2, 3] },
  { name: '4 response rows', image: [1, 1, 5, 7], kernel: [1, 1, 2, 4] },
  { name: '5 response rows', image: [1, 1, 6, 7], kernel: [1, 1, 2, 5] },
  { name: 'kernel = image', image: [2, 1, 7, 9], kernel: [1, 1, 7, 9] },
  { name: 'a 15x15 kernel', image: [1, 1, 31, 33], kernel: [1, 1, 15, 15] },
  { name: 'one below a chunk', image: [1, 1, 4095, 1], kernel: [1, 1, 1, 1] },
  { name: 'one chunk', image: [1, 1, 4096, 1], kernel: [1, 1, 1, 1] },
  { name: 'one above a chunk', image: [1, 1, 4097, 1], kernel: [1, 1, 1, 1] },
  { name: 'many chunks and channels', image: [3, 4, 61, 67], kernel: [6, 2, 3, 5], geometry: { groups: 2 } },
  { name: 'depthwise', image: [1, 5, 9, 9], kernel: [10, 1, 3, 3], geometry: { groups: 5 } },
  {
    name: 'everything at once',
    image: [2, 6, 23, 19],
    kernel: [9, 2, 3, 4],
    geometry: { groups: 3, stride: [2, 3], dilation: [3, 2], padding: [4, 1, 0, 5] },
  },
  {
    name: 'padding wider than the image',
    image: [1, 1, 2, 2],
    kernel: [1, 1, 3, 3],
    geometry: { padding: [5, 7, 6, 4], stride: [2, 2] },
  },
  {
    name: 'steps that are never taken',
    image: [1, 1, 3, 3],
    kernel: [1, 1, 1, 1],
    geometry: { stride: [2 ** 40, 2 ** 40], dilation: [2 ** 40, 2 ** 40] },
  },
];

async function expectDefinition(
  engine: GpuEngine,
  image: Tensor4,
  kernel: Tensor4,
  upstream: Tensor4,
  geometry?: Partial<Geometry>,
): Promise<void> {
  const imageSize: Size = [image.shape[2], image.shape[3]];
  const kernelSize: Size = [kernel.shape[2], kernel.shape[3]];
  expectWithin(
    await engine.correlate(image, kernel, geometry),
    definition.correlate(image, kernel, geometry),
    errorBound(image, kernel, geometry),
  );
  expectWithin(
    await engine.kernelGradient(image, upstream, kernelSize, geometry),
    definition.kernelGradient(image, upstream, kernelSize, geometry),
    kernelGradientErrorBound(image, upstream, kernelSize, geometry),
  );
  expectWithin(
    await engine.imageGradient(upstream, kernel, imageSize, geometry),
    definition.imageGradient(upstream, kernel, imageSize, geometry),
    imageGradientErrorBound(upstream, kernel, imageSize, geometry),
  );
}

function responseOf(image: NumericTensor, kernel: NumericTensor, geometry?: Partial<Geometry>): Shape4 {
  return definition.correlate(image, kernel, geometry).shape;
}

describe('the operations on the device', () => {
  test('give the article its numbers', async ({ engine }) => {
    const image = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const kernel = makeTensor([1, 1, 2, 2], [0, 1, 2, 3]);
    const response = await engine.correlate(image, kernel);
    expect(response.shape).toEqual([1, 1, 2, 2]);
    expect([...response.data]).toEqual([19, 25, 37, 43]);
  });

  for (const { name, image: imageShape, kernel: kernelShape, geometry } of CASES) {
    test(`follow the definition: ${name}`, async ({ engine }) => {
      const image = makeScattered(imageShape, 1);
      const kernel = makeScattered(kernelShape, 2);
      const upstream = makeScattered(responseOf(image, kernel, geometry), 3);
      await expectDefinition(engine, image, kernel, upstream, geometry);
    });
  }

  test('follow the definition for any operands and geometry', async ({ engine }) => {
    const property = fc.asyncProperty(operandSamples, async ({ image, kernel, upstream, geometry }) => {
      await expectDefinition(engine, asTensor(image), asTensor(kernel), asTensor(upstream), geometry);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test('are exact for a binary image and integers', async ({ engine }) => {
    const image = makeBinary([2, 2, 70, 90], 4);
    const kernel = makeSmallIntegers([3, 2, 5, 4], 5);
    const upstream = makeSmallIntegers(responseOf(image, kernel), 6);
    const response = await engine.correlate(image, kernel);
    expect([...response.data]).toEqual([...definition.correlate(image, kernel).data]);
    const kernelGradient = await engine.kernelGradient(image, upstream, [5, 4]);
    expect([...kernelGradient.data]).toEqual([...definition.kernelGradient(image, upstream, [5, 4]).data]);
    const imageGradient = await engine.imageGradient(upstream, kernel, [70, 90]);
    expect([...imageGradient.data]).toEqual([...definition.imageGradient(upstream, kernel, [70, 90]).data]);
  });

  test('give the same bits twice', async ({ engine }) => {
    const image = makeScattered([2, 3, 97, 101], 7);
    const upstream = makeScattered([2, 4, 95, 99], 8);
    const first = await engine.kernelGradient(image, upstream, [3, 3]);
    const second = await engine.kernelGradient(image, upstream, [3, 3]);
    expect(new Uint32Array(second.data.buffer)).toEqual(new Uint32Array(first.data.buffer));
  });

  test('do not mix when they overlap', async ({ engine }) => {
    const image = makeBinary([1, 1, 40, 40], 9);
    const kernels = [10, 11, 12, 13].map((seed) => makeSmallIntegers([1, 1, 3, 3], seed));
    const responses = await Promise.all(kernels.map((kernel) => engine.correlate(image, kernel)));
    responses.forEach(({ data }, index) => {
      const kernel = kernels[index] ?? image;
      expect([...data]).toEqual([...definition.correlate(image, kernel).data]);
    });
  });
});

function asTensor({ shape, data }: NumericTensor): Tensor4 {
  return makeTensor(shape, data);
}
