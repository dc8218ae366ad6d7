import { describe, expect, test } from 'vitest';
import { makeCallCost } from '../../src/engine/measured-cost.ts';
import { callMilliseconds } from '../../src/engine/call-time.ts';
import { measureCallCost, openEngine } from '../../src/engine/index.ts';
import { openDawn } from './gpu/dawn.ts';
import { requireKind } from './require-kind.ts';
import { failOnStrayErrors } from './stray-errors.ts';

const gpu = failOnStrayErrors(await openDawn());

describe('the crossover', () => {
  test('is where call and computing on the GPU take as long as the CPU', () => {
    // A million multiply-adds: 1 ms beyond the call on the GPU, 5 ms on the CPU.
    const { callMs, cpuMultiplyAddsPerSecond, crossover } = makeCallCost(0.4, 1.4, 5, 1e6);
    expect(callMs).toBe(0.4);
    expect(cpuMultiplyAddsPerSecond).toBeCloseTo(2e8, 3);
    expect(crossover).toBeCloseTo(1e5, 6);
    const n = crossover ?? NaN;
    expect(0.4 + n * 1e-6).toBeCloseTo(n * 5e-6, 12);
  });

  test('is nowhere when the GPU computes no faster than the CPU', () => {
    expect(makeCallCost(0.4, 5.4, 5, 1e6).crossover).toBeNull();
    expect(makeCallCost(0.4, 9, 5, 1e6).crossover).toBeNull();
  });

  test('counts computing on the GPU as nothing where it is lost in the call', () => {
    expect(makeCallCost(0.5, 0.4, 5, 1e6).crossover).toBeCloseTo(1e5, 6);
  });
});

describe('the time of a call', () => {
  /** A clock that a call moves on by `each` ms and that shows whole multiples of `step`. */
  async function timed(each: number, step: number): Promise<{ found: number; calls: number }> {
    let nowMs = 0;
    let calls = 0;
    const call = () => {
      calls++;
      nowMs += each;
      return Promise.resolve();
    };
    return { found: await callMilliseconds(call, () => Math.floor(nowMs / step) * step), calls };
  }

  test.each([
    [0.001, 0.1],
    [0.4, 0.1],
    [0.4, 1],
    [3, 1],
    [50, 1],
  ])('of %d ms is found by a clock of %d ms, to a quarter', async (each, step) => {
    const { found, calls } = await timed(each, step);
    expect(found).toBeGreaterThan(each * 0.75);
    expect(found).toBeLessThan(each * 1.25);
    // Two budgets, or a warm-up and one call where a call is longer than that.
    expect(calls * each).toBeLessThanOrEqual(Math.max(40, 2 * each));
  });

  test('is refused as the call is', async () => {
    await expect(callMilliseconds(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  });
});

describe('measured', { timeout: 30_000 }, () => {
  test('on WebGPU there is a cost, and the CPU computes at some speed', async () => {
    const engine = requireKind('webgpu', await openEngine({ prefer: 'webgpu', gpu }));
    const cost = await measureCallCost(engine);
    expect(cost?.callMs).toBeGreaterThan(0);
    expect(cost?.callMs).toBeLessThan(1000);
    expect(cost?.cpuMultiplyAddsPerSecond).toBeGreaterThan(1e6);
    expect(cost?.crossover === null || (cost?.crossover ?? 0) > 0).toBe(true);
    engine.dispose();
  });

  test('on the CPU there is none', async () => {
    const engine = await openEngine({ prefer: 'cpu' });
    expect(await measureCallCost(engine)).toBeNull();
    engine.dispose();
  });
});
