/** Where training stands, on the device: `struct Progress` of shaders/include/progress.wgsl. */
import loss from '../../../shaders/loss.wgsl';
import type { BufferSet } from './buffer-set.ts';
import type { Progress } from './step-program.ts';
import { makeStruct } from './struct.ts';

export function createProgress(buffers: BufferSet): GPUBuffer {
  return buffers.createStruct('progress', makeProgress({ taken: 0, logged: 0 }));
}

export function writeProgress(device: GPUDevice, progress: GPUBuffer, now: Progress): void {
  device.queue.writeBuffer(progress, 0, makeProgress(now));
}

function makeProgress({ taken, logged }: Progress): ArrayBuffer {
  return makeStruct(loss.layout.bindings.progress.struct, { step: taken, logged });
}
