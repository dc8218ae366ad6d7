import { describe, expect, test } from 'vitest';
import {
  chooseBands,
  correlateInBands,
  imageGradientInBands,
  kernelGradientInBands,
  type BandingFacts,
} from '../../../src/engine/gpu/banded.ts';
import { SOFTWARE } from '../../../src/engine/gpu/device-class.ts';
import { DeviceSession } from '../../../src/engine/gpu/device-session.ts';
import { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { Passes } from '../../../src/engine/gpu/passes.ts';
import { cutOutputRows } from '../../../src/engine/gpu/row-bands.ts';
import * as definition from '../../../src/math/definition.ts';
import { planCorrelation, type Geometry } from '../../../src/math/geometry.ts';
import type { Shape4 } from '../../../src/math/tensor.ts';
import { valuesOf } from '../suite/values.ts';
import { openDawn } from './dawn.ts';
import { makeSmallIntegers } from './tensors.ts';
import { override } from './watched-gpu.ts';

const CASES: readonly (readonly [image: Shape4, kernel: Shape4, geometry: Partial<Geometry>])[] = [
  [[2, 1, 40, 30], [3, 1, 3, 3], {}],
  [[1, 2, 40, 30], [2, 2, 4, 3], { padding: [3, 1, 2, 2] }],
  [[1, 2, 41, 30], [4, 1, 3, 3], { groups: 2, stride: [2, 2], padding: [1, 1, 1, 1] }],
  [[1, 1, 43, 20], [1, 1, 2, 2], { stride: [3, 1], dilation: [5, 2], padding: [4, 0, 0, 3] }],
  // Rows that no window sees, and windows that see no row.
  [[1, 1, 40, 12], [1, 1, 2, 2], { stride: [7, 1] }],
  [[1, 1, 12, 12], [1, 1, 2, 2], { padding: [20, 0, 20, 0] }],
];

/** An engine on a device that says it holds this many bytes a buffer, and the sizes of the buffers it made. */
async function openSmallEngine(bytes: number) {
  const adapter = await (await openDawn()).requestAdapter();
  if (adapter === null) throw new Error('the adapter went away');
  const device = await adapter.requestDevice();
  const sizes: number[] = [];
  const limits = override(device.limits, { maxBufferSize: bytes, maxStorageBufferBindingSize: bytes });
  const small = override(device, {
    limits,
    createBuffer(descriptor) {
      sizes.push(descriptor.size);
      return device.createBuffer(descriptor);
    },
  });
  return { engine: new GpuEngine(new DeviceSession(small), new Passes(small, SOFTWARE), 'test'), sizes };
}

describe('a device whose buffers hold 2 KiB', () => {
  test.each(CASES)('computes image %j, kernel %j, %o in bands', async (imageShape, kernelShape, geometry) => {
    const { engine, sizes } = await openSmallEngine(2048);
    const image = makeSmallIntegers(imageShape, 1);
    const kernel = makeSmallIntegers(kernelShape, 2);
    const expected = definition.correlate(image, kernel, geometry);
    const upstream = makeSmallIntegers(expected.shape, 3);
    const kernelSize = [kernelShape[2], kernelShape[3]] as const;
    const imageSize = [imageShape[2], imageShape[3]] as const;
    expect(valuesOf(await engine.correlate(image, kernel, geometry))).toEqual(valuesOf(expected));
    expect(valuesOf(await engine.kernelGradient(image, upstream, kernelSize, geometry))).toEqual(
      valuesOf(definition.kernelGradient(image, upstream, kernelSize, geometry)),
    );
    expect(valuesOf(await engine.imageGradient(upstream, kernel, imageSize, geometry))).toEqual(
      valuesOf(definition.imageGradient(upstream, kernel, imageSize, geometry)),
    );
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2048);
    engine.dispose();
  });
});

test('operands may change while later bands are still to come', async () => {
  const { engine } = await openSmallEngine(2048);
  const image = makeSmallIntegers([1, 1, 60, 20], 1);
  const kernel = makeSmallIntegers([1, 1, 3, 3], 2);
  const expected = definition.correlate(image, kernel);
  const pending = engine.correlate(image, kernel);
  image.data.fill(9);
  kernel.data.fill(9);
  expect(valuesOf(await pending)).toEqual(valuesOf(expected));
  engine.dispose();
});

describe('no submit takes longer than a device may', () => {
  const device: BandingFacts = {
    limits: { maxBufferSize: 2 ** 30, maxStorageBufferBindingSize: 2 ** 30 },
    deviceClass: {
      ...SOFTWARE,
      multiplyAddsPerSubmit: { strips: 9000, tiles: 9000, general: 9000 },
    },
  };
  const plan = planCorrelation([1, 1, 102, 102], [1, 1, 3, 3]);
  const image = new Float32Array(102 * 102);

  test.each([
    ['correlate', correlateInBands, [image, new Float32Array(9)]],
    ['image gradient', imageGradientInBands, [new Float32Array(100 * 100), new Float32Array(9)]],
    ['kernel gradient', kernelGradientInBands, [image, new Float32Array(100 * 100)]],
  ] as const)('%s', async (_, compute, operands) => {
    const outputs: number[] = [];
    await compute(device, plan, operands, (piece) => {
      outputs.push(piece.output[0]);
      return Promise.resolve(new Float32Array(0));
    });
    // The image gradient's bands share the response rows that windows on a border see.
    expect(outputs.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...outputs)).toBeLessThanOrEqual(13);
  });

  test('a plan that fits is not cut, nor is one that no cut would make fit', () => {
    expect(chooseBands({ ...device, deviceClass: SOFTWARE }, plan, 'general', 100, cutOutputRows)).toBeNull();
    const tiny = { maxBufferSize: 64, maxStorageBufferBindingSize: 64 };
    expect(
      chooseBands({ limits: tiny, deviceClass: SOFTWARE }, plan, 'general', 100, cutOutputRows),
    ).toBeNull();
  });
});
