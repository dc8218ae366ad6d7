import { describe, expect, vi, type MockInstance } from 'vitest';
import { makeTensor } from '../../../src/math/tensor.ts';
import { BufferPool } from '../../../src/engine/gpu/buffer-pool.ts';
import { makeArticleProblem } from '../suite/article-problem.ts';
import { openWatchedEngine, test } from './gpu-fixture.ts';
import { makeScattered } from './tensors.ts';

/** Runs `work` and returns how often each buffer that it created was destroyed. */
async function countDestructions(
  device: GPUDevice,
  work: (countCreated: () => number) => Promise<void>,
): Promise<number[]> {
  const destructions: MockInstance[] = [];
  const createBuffer = device.createBuffer.bind(device);
  const created = vi.spyOn(device, 'createBuffer').mockImplementation((descriptor) => {
    const buffer = createBuffer(descriptor);
    destructions.push(vi.spyOn(buffer, 'destroy'));
    return buffer;
  });
  await work(() => destructions.length);
  created.mockRestore();
  return destructions.map(({ mock }) => mock.calls.length);
}

function expectAllDestroyed(counts: readonly number[]): void {
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.every((count) => count > 0)).toBe(true);
}

describe('every buffer is released', () => {
  const image = makeScattered([1, 1, 70, 70], 1);
  const kernel = makeScattered([1, 1, 3, 3], 2);
  const upstream = makeScattered([1, 1, 68, 68], 3);

  test('with the engine, after operations that share them', async () => {
    const { engine, device } = await openWatchedEngine();
    const compute = async () => {
      await engine.correlate(image, kernel);
      await engine.kernelGradient(image, upstream, [3, 3]);
      await engine.imageGradient(upstream, kernel, [70, 70]);
    };
    const counts = await countDestructions(device, async (countCreated) => {
      await compute();
      const created = countCreated();
      await compute();
      expect(countCreated()).toBe(created);
      await engine.correlate(makeScattered([1, 1, 90, 90], 1), kernel);
      expect(countCreated()).toBeGreaterThan(created);
      engine.dispose();
    });
    expectAllDestroyed(counts);
  });

  test('after a trainer is disposed', async ({ opened: { device }, engine }) => {
    const optimizer = { kind: 'adam', rate: 0.01 } as const;
    const large = {
      image,
      target: makeTensor([1, 1, 68, 68], upstream.data),
      kernel,
      loss: 'mean',
      optimizer,
    } as const;
    const counts = await countDestructions(device, async () => {
      for (const problem of [makeArticleProblem([0, 0], optimizer), large]) {
        const trainer = await engine.train(problem);
        await trainer.advance(2);
        await trainer.advance(300);
        trainer.dispose();
      }
    });
    expectAllDestroyed(counts);
  });
});

describe('a pool', () => {
  const usage = 0x80;

  test('gives back what fits exactly, and keeps no more than its bound', async ({ opened: { device } }) => {
    const pool = new BufferPool(device);
    const [first, second] = [pool.take(64, usage), pool.take(64, usage)];
    expect(second).not.toBe(first);
    pool.give(first);
    expect(pool.take(128, usage)).not.toBe(first);
    expect(pool.take(64, usage)).toBe(first);
    const large = pool.take(128 * 2 ** 20, usage);
    const destroy = vi.spyOn(large, 'destroy');
    pool.give(second);
    pool.give(large);
    expect(destroy).toHaveBeenCalledOnce();
    const destroySecond = vi.spyOn(second, 'destroy');
    pool.destroy();
    expect(destroySecond).toHaveBeenCalledOnce();
    pool.give(first);
    expect(pool.take(64, usage)).not.toBe(first);
    await device.queue.onSubmittedWorkDone();
  });
});
