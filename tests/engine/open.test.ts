import { afterEach, describe, expect, test, vi } from 'vitest';
import { openEngine, openEngineInWorker, type Engine, type Fallback } from '../../src/engine/index.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../src/math/article.ts';
import { openDawn } from './gpu/dawn.ts';

/** A WebGPU that has no adapter to give, as browsers on blocklisted drivers have it. */
const GPU_WITHOUT_ADAPTER = { requestAdapter: () => Promise.resolve(null) } as unknown as GPU;

afterEach(() => {
  vi.unstubAllGlobals();
});

async function expectCpu(engine: Engine, reason: Fallback['reason'] | null): Promise<void> {
  expect(engine.info.kind).toBe('cpu');
  expect(engine.info.adapter).not.toBe('');
  expect(engine.info.fallback?.reason ?? null).toBe(reason);
  expect([...(await engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL)).data]).toEqual([19, 25, 37, 43]);
  engine.dispose();
}

describe.each([{}, { prefer: 'webgpu' } as const])('openEngine(%o)', { timeout: 30_000 }, (request) => {
  test('without a navigator is the CPU, and says why', async () => {
    vi.stubGlobal('navigator', undefined);
    await expectCpu(await openEngine(request), 'no-webgpu');
  });

  test('with a navigator that has no WebGPU is the CPU, and says why', async () => {
    vi.stubGlobal('navigator', {});
    await expectCpu(await openEngine(request), 'no-webgpu');
  });

  test('without an adapter is the CPU, and says why', async () => {
    vi.stubGlobal('navigator', { gpu: GPU_WITHOUT_ADAPTER });
    await expectCpu(await openEngine(request), 'no-adapter');
    await expectCpu(await openEngine({ ...request, gpu: GPU_WITHOUT_ADAPTER }), 'no-adapter');
  });

  test("takes the WebGPU that is passed in before the platform's, software or not", async () => {
    vi.stubGlobal('navigator', { gpu: GPU_WITHOUT_ADAPTER });
    const engine = await openEngine({ ...request, gpu: await openDawn() });
    expect(engine.info).toMatchObject({ kind: 'webgpu', fallback: null });
    engine.dispose();
  });

  test("takes the platform's adapter, unless it is software", async () => {
    const gpu = await openDawn();
    vi.stubGlobal('navigator', { gpu });
    const engine = await openEngine(request);
    const { isFallbackAdapter } = (await gpu.requestAdapter())?.info ?? {};
    if (isFallbackAdapter === true) await expectCpu(engine, 'software-adapter');
    else expect(engine.info).toMatchObject({ kind: 'webgpu', fallback: null });
    engine.dispose();
  });
});

test('asked for the CPU, it is no fallback, and no GPU is asked', async () => {
  const requestAdapter = vi.fn();
  const gpu = { requestAdapter } as unknown as GPU;
  vi.stubGlobal('navigator', { gpu });
  await expectCpu(await openEngine({ prefer: 'cpu' }), null);
  await expectCpu(await openEngine({ prefer: 'cpu', gpu }), null);
  expect(requestAdapter).not.toHaveBeenCalled();
});

test('where there are no workers, openEngineInWorker opens the engine in place', async () => {
  vi.stubGlobal('Worker', undefined);
  await expectCpu(await openEngineInWorker({ prefer: 'cpu' }), null);
});
