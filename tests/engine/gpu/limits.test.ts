import { describe, expect, vi } from 'vitest';
import { makeTensor } from '../../../src/math/tensor.ts';
import { LimitError } from '../../../src/engine/errors.ts';
import { openGpuEngine } from '../../../src/engine/gpu/open.ts';
import { openDawn } from './dawn.ts';
import { test } from './gpu-fixture.ts';
import { override, watchGpu } from './watched-gpu.ts';

const ONE = makeTensor([1, 1, 1, 1], [1]);
const side = 100_001;

describe('a size past the limits of the device', () => {
  test('is refused with the numbers, before anything is allocated', async ({
    opened: { engine, device },
  }) => {
    const createBuffer = vi.spyOn(device, 'createBuffer');
    const padding = [50_000, 50_000, 50_000, 50_000] as const;
    const error: unknown = await engine.correlate(ONE, ONE, { padding }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({
      problem: {
        code: 'limit',
        resource: 'response',
        requested: side * side * 4,
        allowed: Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize),
        unit: 'bytes',
      },
    });
    expect(createBuffer).not.toHaveBeenCalled();
    createBuffer.mockRestore();
  });

  test('is refused for gradients too', async ({ opened: { engine, device } }) => {
    const image = makeTensor([1, 65536, 1, 1], new Float32Array(65536));
    const createBuffer = vi.spyOn(device, 'createBuffer');
    await expect(engine.kernelGradient(image, image, [1, 1])).rejects.toMatchObject({
      problem: { code: 'limit', resource: 'gradient', requested: 2 ** 34, unit: 'bytes' },
    });
    expect(createBuffer).not.toHaveBeenCalled();
    createBuffer.mockRestore();
  });

  test('coordinates past 2^30 are refused', async ({ engine }) => {
    const padding = [2 ** 30, 0, 0, 0] as const;
    await expect(engine.correlate(ONE, ONE, { padding, stride: [2 ** 30, 1] })).rejects.toMatchObject({
      problem: { code: 'limit', resource: 'padded-image', requested: 2 ** 30 + 1, allowed: 2 ** 30 },
    });
  });
});

describe('opening a device', () => {
  test('asks for the limits of the adapter', async ({ opened: { device } }) => {
    const adapter = await (await openDawn()).requestAdapter();
    expect(device.limits.maxBufferSize).toBe(adapter?.limits.maxBufferSize);
    expect(device.limits.maxStorageBufferBindingSize).toBe(adapter?.limits.maxStorageBufferBindingSize);
  });

  test('tries again with the default limits when those are refused', async () => {
    const { gpu, devices } = watchGpu(
      refusing(await openDawn(), (descriptor) => descriptor?.requiredLimits !== undefined),
    );
    const engine = await openGpuEngine(gpu, { allowSoftware: true });
    expect(devices).toHaveLength(1);
    // The defaults of the WebGPU specification, §3.6.2.
    expect(devices[0]?.limits.maxBufferSize).toBe(256 * 2 ** 20);
    expect(devices[0]?.limits.maxStorageBufferBindingSize).toBe(128 * 2 ** 20);
    engine.dispose();
  });

  test('says so when the device is refused altogether', async () => {
    const gpu = refusing(await openDawn(), () => true);
    await expect(openGpuEngine(gpu, { allowSoftware: true })).rejects.toMatchObject({
      problem: { code: 'gpu-unavailable', reason: 'device-refused', detail: 'Error: refused' },
    });
  });
});

/** The GPU, but with devices refused where `refuse` says so. */
function refusing(gpu: GPU, refuse: (descriptor?: GPUDeviceDescriptor) => boolean): GPU {
  return override(gpu, {
    async requestAdapter(options?: GPURequestAdapterOptions) {
      const adapter = await gpu.requestAdapter(options);
      return adapter === null
        ? null
        : override(adapter, {
            requestDevice: (descriptor?: GPUDeviceDescriptor) => {
              return refuse(descriptor)
                ? Promise.reject(new Error('refused'))
                : adapter.requestDevice(descriptor);
            },
          });
    },
  });
}
