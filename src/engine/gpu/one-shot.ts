/** One operation from upload to result; its buffers are its own only as long as it runs. */
import type { BufferPool } from './buffer-pool.ts';
import { BufferSet } from './buffer-set.ts';
import { encodeDispatches, type Dispatch } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { encodeReadBack, readWith } from './read-back.ts';

export interface Recipe {
  readonly dispatches: readonly Dispatch[];
  readonly output: GPUBuffer;
  /** How many elements of the output to read. */
  readonly elements: number;
  /** Makes the result of what was read, in `out` where there is one; left away where it is the result itself. */
  readonly unpack?: (values: Float32Array, out?: Float32Array) => Float32Array;
}

/**
 * Uploads operands at once, before it returns; the promise waits for pipelines and gives what binds and sizes the
 * dispatches, to be called in error scopes. Rejects with LimitError or ShaderError.
 */
export type Prepare = (buffers: BufferSet) => Promise<() => Recipe>;

/**
 * Runs what `prepare` builds and reads its output, into `out` where there is one; rejects with LimitError, ShaderError or
 * GpuOperationError.
 */
export async function runOnce(
  device: GPUDevice,
  pool: BufferPool,
  label: string,
  prepare: Prepare,
  out?: Float32Array,
): Promise<Float32Array> {
  const buffers = new BufferSet(device, label, pool);
  try {
    const makeRecipe = await prepareRecipe(device, label, buffers, prepare);
    const { value, checked } = inErrorScopes(device, label, () =>
      submit(device, label, buffers, makeRecipe()),
    );
    // Not at once with the mapping: one that is asked for before the work is done waits for the browser's next look.
    await checked;
    const result = await readWith(value.readBack, (values) => unpackResult(value.recipe, values, out));
    buffers.release();
    return result;
  } finally {
    // After a failure: what they hold, or whether they are mapped, is not known.
    buffers.destroy();
  }
}

/** Uploads at once; waits until the pipelines are there and the device has found nothing wrong. */
export async function prepareRecipe(
  device: GPUDevice,
  label: string,
  buffers: BufferSet,
  prepare: Prepare,
): Promise<() => Recipe> {
  const { value: prepared, checked } = inErrorScopes(device, label, () => prepare(buffers));
  const [makeRecipe] = await Promise.all([prepared, checked]);
  return makeRecipe;
}

function submit(device: GPUDevice, label: string, buffers: BufferSet, recipe: Recipe) {
  const { dispatches, output, elements } = recipe;
  const encoder = device.createCommandEncoder({ label });
  encodeDispatches(encoder, label, dispatches);
  const readBack = encodeReadBack(encoder, buffers, { output: { buffer: output, elements } });
  device.queue.submit([encoder.finish()]);
  return { readBack, recipe };
}

/** The result from the values of a mapped buffer, which it does not keep. */
export function unpackResult({ unpack }: Recipe, values: Float32Array, out?: Float32Array): Float32Array {
  if (unpack) return unpack(values, out);
  if (out === undefined) return values.slice();
  out.set(values);
  return out;
}
