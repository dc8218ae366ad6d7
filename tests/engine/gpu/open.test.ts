import { describe, expect, test } from 'vitest';
import { makeTensor } from '../../../src/math/tensor.ts';
import { describeAdapter, isSoftware } from '../../../src/engine/gpu/adapter.ts';
import { openGpuEngine } from '../../../src/engine/gpu/open.ts';
import { requireSelfCheck } from '../../../src/engine/gpu/self-check.ts';
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

test('the self-check refuses a device that computes something else', async () => {
  const wrong = { correlate: () => Promise.resolve(makeTensor([1, 1, 2, 2], [19, 25, 37, 42])) };
  await expect(requireSelfCheck(wrong)).rejects.toMatchObject({
    problem: {
      reason: 'self-check-failed',
      detail: 'expected 19, 25, 37, 43, the device gave 19, 25, 37, 42',
    },
  });
});
