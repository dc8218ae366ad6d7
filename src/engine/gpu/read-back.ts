/** Several device buffers read by the host through one staging buffer. */
import type { BufferSet } from './buffer-set.ts';
import { MAP_READ } from './flags.ts';

const BYTES_PER_ELEMENT = Float32Array.BYTES_PER_ELEMENT;

export interface ReadBack<N extends string> {
  readonly staging: GPUBuffer;
  /** Elements of each part, in the order in which they lie in the staging buffer. */
  readonly parts: readonly (readonly [name: N, elements: number])[];
}

/** Records the copies of the first `elements` of each source; throws LimitError. */
export function encodeReadBack<N extends string>(
  encoder: GPUCommandEncoder,
  buffers: BufferSet,
  sources: Readonly<Record<N, { readonly buffer: GPUBuffer; readonly elements: number }>>,
): ReadBack<N> {
  const entries = Object.entries<{ buffer: GPUBuffer; elements: number }>(sources);
  const total = entries.reduce((sum, [, { elements }]) => sum + elements, 0);
  const staging = buffers.createReadBack('read-back', total * BYTES_PER_ELEMENT);
  let offset = 0;
  for (const [, { buffer, elements }] of entries) {
    const bytes = elements * BYTES_PER_ELEMENT;
    encoder.copyBufferToBuffer(buffer, 0, staging, offset, bytes);
    offset += bytes;
  }
  return { staging, parts: entries.map(([name, { elements }]) => [name as N, elements]) };
}

/** Waits for the device and copies every part out; rejects when the device is lost or the buffer destroyed. */
export function readParts<N extends string>(readBack: ReadBack<N>): Promise<Record<N, Float32Array>> {
  return readWith(readBack, (values) => {
    let first = 0;
    const copies = readBack.parts.map(([name, elements]) => {
      const copy = values.slice(first, first + elements);
      first += elements;
      return [name, copy];
    });
    return Object.fromEntries(copies) as Record<N, Float32Array>;
  });
}

/** As `readParts`, for what `take` makes of all the values, which are there only while it runs. */
export async function readWith<T>(
  { staging }: Pick<ReadBack<string>, 'staging'>,
  take: (values: Float32Array) => T,
): Promise<T> {
  await staging.mapAsync(MAP_READ);
  const taken = take(new Float32Array(staging.getMappedRange()));
  staging.unmap();
  return taken;
}
