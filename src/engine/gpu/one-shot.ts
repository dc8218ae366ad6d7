/** One operation from upload to result; its buffers live only as long as it runs. */
import { BufferSet } from './buffer-set.ts';
import { encodeDispatches, type Dispatch } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { encodeReadBack, readParts } from './read-back.ts';

export interface Recipe {
  readonly dispatches: readonly Dispatch[];
  readonly output: GPUBuffer;
  /** How many elements of the output to read. */
  readonly elements: number;
}

/** Runs what `prepare` builds and reads its output; rejects with LimitError or GpuOperationError. */
export async function runOnce(
  device: GPUDevice,
  label: string,
  prepare: (buffers: BufferSet) => Recipe,
): Promise<Float32Array> {
  const buffers = new BufferSet(device, label);
  try {
    const { value: readBack, checked } = inErrorScopes(device, label, () => {
      const { dispatches, output, elements } = prepare(buffers);
      const encoder = device.createCommandEncoder({ label });
      encodeDispatches(encoder, label, dispatches);
      const encoded = encodeReadBack(encoder, buffers, { output: { buffer: output, elements } });
      device.queue.submit([encoder.finish()]);
      return encoded;
    });
    await checked;
    return (await readParts(readBack)).output;
  } finally {
    buffers.destroy();
  }
}
