import { afterEach, expect, test, vi } from 'vitest';
import { openEngineInWorker } from '../../src/engine/index.ts';
import type { BufferCount } from './counting-worker.ts';
import countingWorkerUrl from './counting-worker.ts?worker&url';
import { requireKind } from './require-kind.ts';
import { makeArticleProblem } from './suite/article-problem.ts';

const TIMEOUT_MS = 30_000;

afterEach(() => {
  vi.unstubAllGlobals();
});

function countBuffers(worker: Worker): Promise<number> {
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<Partial<BufferCount>>) => {
      if (data.buffers === undefined) return;
      worker.removeEventListener('message', hear);
      resolve(data.buffers);
    };
    worker.addEventListener('message', hear);
    worker.postMessage({ count: 'buffers' });
  });
}

test(
  "a trainer that the page disposes leaves nothing in the worker's GPU memory",
  { timeout: TIMEOUT_MS },
  async () => {
    const worker = new Worker(countingWorkerUrl, { type: 'module' });
    vi.stubGlobal('Worker', function () {
      return worker;
    });
    const engine = requireKind('webgpu', await openEngineInWorker({ prefer: 'webgpu', insist: true }));
    const before = await countBuffers(worker);
    const trainer = await engine.train(makeArticleProblem([0, 0]));
    await trainer.advance(3);
    expect(await countBuffers(worker)).toBeGreaterThan(before);
    trainer.dispose();
    await vi.waitFor(async () => {
      expect(await countBuffers(worker)).toBe(before);
    });
    engine.dispose();
  },
);
