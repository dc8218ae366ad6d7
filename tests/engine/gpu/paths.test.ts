/** Every path against the definition, and that the plans of these tests take it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseCorrelationPath,
  chooseImageGradientPath,
  chooseKernelGradientPath,
} from '../../../src/engine/gpu/choose-path.ts';
import type { Path } from '../../../src/engine/gpu/path.ts';
import { HARDWARE, SOFTWARE, type DeviceClass } from '../../../src/engine/gpu/device-class.ts';
import { createResidentCorrelation, createResidentKernelGradient } from '../../../src/engine/gpu/resident.ts';
import * as definition from '../../../src/math/definition.ts';
import { planCorrelation, type Geometry, type Size } from '../../../src/math/geometry.ts';
import type { Shape4 } from '../../../src/math/tensor.ts';
import {
  errorBound,
  imageGradientErrorBound,
  kernelGradientErrorBound,
} from '../../../src/math/tolerance.ts';
import { valuesOf } from '../suite/values.ts';
import { openClassedEngine, type ClassedEngine } from './classed-engine.ts';
import { expectWithin, makeBinary, makeScattered, makeSmallIntegers } from './tensors.ts';

interface Case {
  /** Of correlate, kernelGradient, imageGradient. */
  readonly paths: readonly [Path, Path, Path];
  readonly image: Shape4;
  readonly kernel: Shape4;
  readonly geometry?: Partial<Geometry>;
}

const STRIPS = ['strips', 'strips', 'strips'] as const;

// Response widths one below, at and above a strip (8 columns, or 4 in the narrow ones) and two of them; heights one
// below, at and above a band (4 kernels high); tiles are 4 by 8.
const CASES: readonly Case[] = [
  ...[3, 4, 5, 7, 8, 9, 15, 16, 17].map((width): Case => {
    return { paths: STRIPS, image: [1, 1, 9, width + 1], kernel: [1, 1, 1, 2] };
  }),
  ...[11, 12, 13, 23, 24, 25].map((height): Case => {
    return { paths: STRIPS, image: [1, 1, height + 2, 20], kernel: [1, 1, 3, 3] };
  }),
  { paths: STRIPS, image: [2, 1, 30, 30], kernel: [1, 1, 5, 5], geometry: { padding: [2, 2, 2, 2] } },
  { paths: STRIPS, image: [1, 1, 36, 40], kernel: [1, 1, 7, 7] },
  { paths: STRIPS, image: [1, 1, 33, 31], kernel: [1, 1, 15, 15], geometry: { padding: [7, 7, 7, 7] } },
  { paths: STRIPS, image: [3, 4, 17, 19], kernel: [4, 1, 2, 3], geometry: { groups: 4 } },
  // Padding wider than the kernel: the turned plan cuts the upstream.
  { paths: STRIPS, image: [1, 1, 6, 5], kernel: [1, 1, 2, 2], geometry: { padding: [5, 4, 3, 2] } },
  // Two kernels for each channel: the image gradient sums over them.
  {
    paths: ['strips', 'strips', 'tiles'],
    image: [2, 2, 12, 13],
    kernel: [4, 1, 3, 2],
    geometry: { groups: 2, padding: [1, 2, 0, 1] },
  },
  ...([3, 4, 5, 7, 8, 9] as const).map((side): Case => {
    return { paths: ['tiles', 'strips', 'tiles'], image: [2, 3, side + 2, side + 2], kernel: [3, 3, 3, 3] };
  }),
  {
    paths: ['tiles', 'strips', 'tiles'],
    image: [1, 4, 12, 19],
    kernel: [6, 2, 5, 4],
    geometry: { groups: 2 },
  },
  { paths: ['tiles', 'strips', 'strips'], image: [1, 2, 16, 18], kernel: [1, 2, 7, 7] },
  ...([15, 16, 17, 18] as const).map((side): Case => {
    const geometry = { stride: [2, 2], padding: [1, 1, 1, 1] } as const;
    return {
      paths: ['tiles', 'general', 'general'],
      image: [1, 2, side, side],
      kernel: [4, 2, 3, 3],
      geometry,
    };
  }),
  {
    paths: ['tiles', 'general', 'general'],
    image: [2, 4, 21, 23],
    kernel: [4, 2, 2, 3],
    geometry: { groups: 2, stride: [1, 3], dilation: [3, 2], padding: [2, 0, 1, 4] },
  },
  {
    paths: ['general', 'general', 'general'],
    image: [1, 1, 60, 60],
    kernel: [1, 1, 5, 5],
    geometry: { dilation: [13, 14] },
  },
  { paths: ['general', 'general', 'general'], image: [1, 1, 40, 20], kernel: [1, 1, 18, 15] },
];

const CLASSES: readonly DeviceClass[] = [
  { ...SOFTWARE, worthCompiling: 0, worthCutting: 0, invocations: 8 },
  { ...HARDWARE, worthCompiling: 0, worthCutting: 0, invocations: 8 },
];

describe.each(CLASSES)('as on $name', (deviceClass) => {
  let opened: ClassedEngine;
  beforeAll(async () => {
    opened = await openClassedEngine(deviceClass);
  });
  afterAll(() => {
    opened.engine.dispose();
  });

  test.each(CASES)('$paths: image $image, kernel $kernel, $geometry', async (example) => {
    const { engine, passes } = opened;
    const { geometry } = example;
    const plan = planCorrelation(example.image, example.kernel, geometry);
    expect([
      chooseCorrelationPath(plan, passes),
      chooseKernelGradientPath(plan, passes),
      chooseImageGradientPath(plan, passes),
    ]).toEqual(example.paths);
    const image = makeScattered(example.image, 1);
    const kernel = makeScattered(example.kernel, 2);
    const expected = definition.correlate(image, kernel, geometry);
    const upstream = makeScattered(expected.shape, 3);
    const kernelSize: Size = [example.kernel[2], example.kernel[3]];
    const imageSize: Size = [example.image[2], example.image[3]];
    expectWithin(
      await engine.correlate(image, kernel, geometry),
      expected,
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
  });

  test.each([{}, { stride: [2, 2] }] as const)(
    'exact for integers, the same bits twice: %o',
    async (geometry) => {
      const { engine } = opened;
      const image = makeBinary([2, 2, 50, 61], 4);
      const kernel = makeSmallIntegers([2, 2, 3, 3], 5);
      const expected = definition.correlate(image, kernel, geometry);
      const response = await engine.correlate(image, kernel, geometry);
      expect(valuesOf(response)).toEqual(valuesOf(expected));
      expect(await engine.correlate(image, kernel, geometry)).toEqual(response);
      const upstream = makeScattered(expected.shape, 6);
      const gradient = await engine.kernelGradient(image, upstream, [3, 3], geometry);
      expect(await engine.kernelGradient(image, upstream, [3, 3], geometry)).toEqual(gradient);
    },
  );
});

test('a size is compiled only where there is work for it', () => {
  const device = {
    limits: { maxBufferSize: 2 ** 30, maxStorageBufferBindingSize: 2 ** 30 },
    deviceClass: SOFTWARE,
  };
  const pathOf = (side: number) => {
    const plan = planCorrelation([1, 1, side, side], [1, 1, 3, 3]);
    return chooseCorrelationPath(plan, device);
  };
  expect([pathOf(8), pathOf(64), pathOf(1024)]).toEqual(['general', 'strips', 'strips']);
  expect(pathOf(2 ** 14)).toBe('general'); // A gibibyte, and the pitch on top.
});

test('resident operands give what the engine gives, however often they run', async () => {
  const { engine, passes } = await openClassedEngine(SOFTWARE);
  const image = makeScattered([1, 1, 70, 70], 1);
  const kernel = makeScattered([1, 1, 5, 5], 2);
  const upstream = makeScattered([1, 1, 66, 66], 3);
  const forward = await createResidentCorrelation(passes, image, kernel);
  await forward.run(3);
  expect(await forward.read()).toEqual((await engine.correlate(image, kernel)).data);
  const gradient = await createResidentKernelGradient(passes, image, upstream, [5, 5]);
  await gradient.run(1);
  await gradient.run(2);
  expect(await gradient.read()).toEqual((await engine.kernelGradient(image, upstream, [5, 5])).data);
  forward.dispose();
  gradient.dispose();
  engine.dispose();
});
