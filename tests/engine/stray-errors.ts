/** Errors of a device that no error scope caught: a fault even where every result is right. */
import { afterEach, expect } from 'vitest';
import { watchGpu } from './gpu/watched-gpu.ts';

/** `gpu`, watched: from now on a test of this file fails when one of its devices reports a stray error. */
export function failOnStrayErrors(gpu: GPU): GPU {
  const watched = watchGpu(gpu);
  afterEach(async () => {
    // Disposed engines have destroyed theirs, which is no reason to wait for them.
    await Promise.allSettled(watched.devices.map((device) => device.queue.onSubmittedWorkDone()));
    expect(watched.strayErrors).toEqual([]);
  });
  return watched.gpu;
}
