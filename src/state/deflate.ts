/** Raw deflate (RFC 1951) by the platform's streams. */

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return joined(await chunksOf(stream, Infinity));
}

/** The inflated bytes, or null when they are damaged or would be more than `limitBytes`: reading stops there. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limitBytes: number,
): Promise<Uint8Array | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return joined(await chunksOf(stream, limitBytes));
  } catch {
    return null;
  }
}

/** Throws RangeError past the limit. */
async function chunksOf(stream: ReadableStream<Uint8Array>, limitBytes: number): Promise<Uint8Array[]> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.length;
    if (total > limitBytes) {
      await reader.cancel();
      throw new RangeError(`more than ${String(limitBytes)} bytes`);
    }
    chunks.push(part.value);
  }
  return chunks;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
