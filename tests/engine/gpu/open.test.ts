import { describe, expect, test } from 'vitest';
import { describeAdapter, isSoftware } from '../../../src/engine/gpu/adapter.ts';
import { openGpuEngine } from '../../../src/engine/gpu/open.ts';
import { GpuUnavailableError } from '../../../src/engine/gpu/unavailable.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { openDawn } from './dawn.ts';
import { override } from './watched-gpu.ts';

function makeInfo(words: Partial<GPUAdapterInfo>): GPUAdapterInfo {
  return {
    vendor: '',
    architecture: '',
    description: '',
    isFallbackAdapter: false,
    ...words,
  } as GPUAdapterInfo;
}

describe('openGpuEngine', () => {
  test('is a WebGPU engine with the adapter’s own name', async () => {
    const gpu = await openDawn();
    const info = (await gpu.requestAdapter())?.info;
    const engine = await openGpuEngine(gpu, { allowSoftware: true });
    expect(engine.info.kind).toBe('webgpu');
    expect(engine.info.fallback).toBeNull();
    expect(engine.info.adapter).toContain(info?.vendor);
    expect(engine.info.adapter).toContain(info?.description);
    engine.dispose();
  });

  test('compiles what the self-check needs, and later each pass and size once', async () => {
    const compiled: string[] = [];
    const gpu = await openWithShaders((code) => {
      compiled.push(code);
      return code;
    });
    const engine = await openGpuEngine(gpu, { allowSoftware: true });
    expect(compiled).toHaveLength(1);
    const image = makeTensor([1, 1, 64, 64], new Float32Array(64 * 64));
    const [small, large] = [3, 5].map((side) =>
      makeTensor([1, 1, side, side], new Float32Array(side * side)),
    );
    if (small === undefined || large === undefined) throw new Error('two kernels');
    await Promise.all([engine.correlate(image, small), engine.correlate(image, small)]);
    await engine.correlate(image, small);
    expect(compiled).toHaveLength(2);
    await engine.correlate(image, large);
    expect(compiled).toHaveLength(3);
    engine.dispose();
  });

  test('says that there is no adapter', async () => {
    const gpu = override(await openDawn(), { requestAdapter: () => Promise.resolve(null) });
    await expect(openGpuEngine(gpu, { allowSoftware: true })).rejects.toMatchObject({
      problem: { code: 'gpu-unavailable', reason: 'no-adapter' },
    });
  });

  test('takes a software adapter only where that is allowed', async () => {
    const gpu = await openDawn();
    const adapter = await gpu.requestAdapter();
    if (adapter === null) throw new Error('the adapter went away');
    const software = override(adapter, { info: makeInfo({ vendor: 'google', architecture: 'swiftshader' }) });
    const withSoftware = override(gpu, { requestAdapter: () => Promise.resolve(software) });
    await expect(openGpuEngine(withSoftware, { allowSoftware: false })).rejects.toMatchObject({
      problem: { code: 'gpu-unavailable', reason: 'software-adapter', detail: 'google swiftshader' },
    });
    (await openGpuEngine(withSoftware, { allowSoftware: true })).dispose();
  });
});

describe('a device that cannot be trusted', () => {
  test('a pass that does not compile is named with file and line', async () => {
    const gpu = await openWithShaders((code) =>
      code.replace('fn tile_bands() -> u32', 'fn tile_bands() -> f32'),
    );
    const error: unknown = await openGpuEngine(gpu, { allowSoftware: true }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(GpuUnavailableError);
    expect(error).toMatchObject({
      problem: {
        reason: 'shader-error',
        detail: expect.stringMatching(/^include\/window\.wgsl:\d+: /) as string,
      },
    });
  });

  test('one that computes something else fails the self-check', async () => {
    const gpu = await openWithShaders((code) => code.replace('= sums[row]', '= sums[row] + 1.0'));
    await expect(openGpuEngine(gpu, { allowSoftware: true })).rejects.toMatchObject({
      problem: {
        reason: 'self-check-failed',
        detail: 'expected 19, 25, 37, 43, the device gave 20, 26, 38, 44',
      },
    });
  });

  test('one that is lost at once is named so', async () => {
    const gpu = await openWithDevice((device) => {
      device.destroy();
      return device;
    });
    await expect(openGpuEngine(gpu, { allowSoftware: true })).rejects.toMatchObject({
      problem: { reason: 'device-lost' },
    });
  });
});

/** The GPU, with every device replaced by what `replace` makes of it. */
async function openWithDevice(replace: (device: GPUDevice) => GPUDevice): Promise<GPU> {
  const gpu = await openDawn();
  const adapter = await gpu.requestAdapter();
  if (adapter === null) throw new Error('the adapter went away');
  const altered = override(adapter, {
    requestDevice: async (descriptor?: GPUDeviceDescriptor) =>
      replace(await adapter.requestDevice(descriptor)),
  });
  return override(gpu, { requestAdapter: () => Promise.resolve(altered) });
}

/** The GPU, with the text of every shader edited. */
function openWithShaders(edit: (code: string) => string): Promise<GPU> {
  return openWithDevice((device) =>
    override(device, {
      createShaderModule: (descriptor) =>
        device.createShaderModule({ ...descriptor, code: edit(descriptor.code) }),
    }),
  );
}

describe('a software adapter is told', () => {
  test.each([
    ['by the flag', makeInfo({ isFallbackAdapter: true, vendor: 'acme' }), true],
    ['SwiftShader by its name', makeInfo({ vendor: 'google', architecture: 'swiftshader' }), true],
    [
      'llvmpipe by its name',
      makeInfo({ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }),
      true,
    ],
    ['from hardware', makeInfo({ vendor: 'nvidia', architecture: 'ampere' }), false],
  ])('%s', (_, info, expected) => {
    expect(isSoftware(info)).toBe(expected);
  });

  test('names are joined, each once', () => {
    expect(describeAdapter(makeInfo({ vendor: 'apple', architecture: 'metal-3', description: '' }))).toBe(
      'apple metal-3',
    );
    expect(describeAdapter(makeInfo({ vendor: 'acme', architecture: 'acme' }))).toBe('acme');
    expect(describeAdapter(makeInfo({}))).toBe('WebGPU adapter');
  });
});
