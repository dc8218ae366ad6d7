/** `test` with an engine on Dawn, opened once a file; an error that no error scope caught fails the test. */
import { expect, test as base } from 'vitest';
import type { GpuEngine } from '../../../src/engine/gpu/gpu-engine.ts';
import { openGpuEngine } from '../../../src/engine/gpu/open.ts';
import { openDawn } from './dawn.ts';
import { watchGpu } from './watched-gpu.ts';

export interface OpenedEngine {
  readonly engine: GpuEngine;
  readonly device: GPUDevice;
  /** What no error scope caught so far. */
  readonly strayErrors: readonly string[];
}

/** An engine of its own, for tests that end it. */
export async function openWatchedEngine(): Promise<OpenedEngine> {
  const { gpu, devices, strayErrors } = watchGpu(await openDawn());
  const engine = await openGpuEngine(gpu, { allowSoftware: true });
  const device = devices[devices.length - 1];
  if (device === undefined) throw new Error('the engine opened no device');
  return { engine, device, strayErrors };
}

export const test = base.extend<{ opened: OpenedEngine; engine: GpuEngine }>({
  opened: [
    // eslint-disable-next-line no-empty-pattern -- Vitest reads from the pattern which fixtures this one needs.
    async ({}, use) => {
      const opened = await openWatchedEngine();
      await use(opened);
      opened.engine.dispose();
    },
    { scope: 'file' },
  ],
  engine: async ({ opened }, use) => {
    await use(opened.engine);
    await opened.device.queue.onSubmittedWorkDone();
    expect(opened.strayErrors).toEqual([]);
  },
});
