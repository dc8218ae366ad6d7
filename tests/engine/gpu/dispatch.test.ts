import { describe, expect, test } from 'vitest';
import { foldWorkgroups } from '../../../src/engine/gpu/dispatch.ts';
import * as definition from '../../../src/math/definition.ts';
import { LimitError } from '../../../src/engine/errors.ts';
import type { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { openGpuEngine } from '../../../src/engine/gpu/open.ts';
import type { Geometry } from '../../../src/math/geometry.ts';
import { valuesOf } from '../suite/values.ts';
import { openDawn } from './dawn.ts';
import { makeSmallIntegers } from './tensors.ts';
import { override } from './watched-gpu.ts';

/** An engine on a device that says it allows `maximum` workgroups a dimension. */
async function openNarrowEngine(maximum: number): Promise<GpuEngine> {
  const gpu = await openDawn();
  const adapter = await gpu.requestAdapter();
  if (adapter === null) throw new Error('the adapter went away');
  const device = await adapter.requestDevice();
  const limits = override(device.limits, { maxComputeWorkgroupsPerDimension: maximum });
  const narrow = override(device, { limits });
  const withNarrow = override(adapter, { requestDevice: () => Promise.resolve(narrow) });
  return openGpuEngine(override(gpu, { requestAdapter: () => Promise.resolve(withNarrow) }), {
    allowSoftware: true,
  });
}

describe('foldWorkgroups', () => {
  test.each([
    [1, [1, 1]],
    [65535, [65535, 1]],
    [65536, [32768, 2]],
    [65537, [32769, 2]],
    [65535 * 65535, [65535, 65535]],
  ])('%d workgroups', (count, grid) => {
    expect(foldWorkgroups(count, 65535)).toEqual(grid);
  });

  test('refuses what two dimensions cannot hold', () => {
    expect(() => foldWorkgroups(65535 ** 2 + 1, 65535)).toThrow(
      expect.objectContaining({
        problem: {
          code: 'limit',
          resource: 'workgroups',
          requested: 65535 ** 2 + 1,
          allowed: 65535 ** 2,
          unit: 'workgroups',
        },
      }),
    );
  });
});

describe('on a device that allows three workgroups a dimension', () => {
  test('folded passes leave no element out', async () => {
    const narrow = await openNarrowEngine(3);
    for (const geometry of [{}, { stride: [1, 2] }, { padding: [9, 9, 9, 9] }] as const)
      await expectNothingLeftOut(narrow, geometry);
    // With stride 2, 100 by 7 tiles of 4 by 8 are 11 workgroups of 64: nine fit.
    const tall = makeSmallIntegers([1, 1, 800, 100], 4);
    const one = makeSmallIntegers([1, 1, 1, 1], 5);
    await expect(narrow.correlate(tall, one, { stride: [2, 2] })).rejects.toBeInstanceOf(LimitError);
    narrow.dispose();
  });
});

async function expectNothingLeftOut(engine: GpuEngine, geometry: Partial<Geometry>): Promise<void> {
  const image = makeSmallIntegers([1, 1, 40, 25], 1);
  const kernel = makeSmallIntegers([1, 1, 4, 5], 2);
  const expected = definition.correlate(image, kernel, geometry);
  const upstream = makeSmallIntegers(expected.shape, 3);
  const response = await engine.correlate(image, kernel, geometry);
  expect(valuesOf(response)).toEqual(valuesOf(expected));
  const kernelGradient = await engine.kernelGradient(image, upstream, [4, 5], geometry);
  expect(valuesOf(kernelGradient)).toEqual(
    valuesOf(definition.kernelGradient(image, upstream, [4, 5], geometry)),
  );
  const imageGradient = await engine.imageGradient(upstream, kernel, [40, 25], geometry);
  expect(valuesOf(imageGradient)).toEqual(
    valuesOf(definition.imageGradient(upstream, kernel, [40, 25], geometry)),
  );
}
