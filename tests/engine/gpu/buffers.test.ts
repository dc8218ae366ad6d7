import { describe, expect, vi, type MockInstance } from 'vitest';
import { makeTensor } from '../../../src/math/tensor.ts';
import { makeArticleProblem } from '../suite/article-problem.ts';
import { test } from './gpu-fixture.ts';
import { makeScattered } from './tensors.ts';

/** Runs `work` and returns how often each buffer that it created was destroyed. */
async function countDestructions(device: GPUDevice, work: () => Promise<void>): Promise<number[]> {
  const destructions: MockInstance[] = [];
  const createBuffer = device.createBuffer.bind(device);
  const created = vi.spyOn(device, 'createBuffer').mockImplementation((descriptor) => {
    const buffer = createBuffer(descriptor);
    destructions.push(vi.spyOn(buffer, 'destroy'));
    return buffer;
  });
  await work();
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

  test('after an operation', async ({ opened: { device }, engine }) => {
    const counts = await countDestructions(device, async () => {
      await engine.correlate(image, kernel);
      await engine.kernelGradient(image, upstream, [3, 3]);
      await engine.imageGradient(upstream, kernel, [70, 70]);
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
