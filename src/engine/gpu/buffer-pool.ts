/**
 * Buffers that finished operations give back for the next of the same size: a page repeats its operations on the same
 * shapes. What a buffer held stays in it, so whoever takes one writes all of it.
 */

/** Bytes that are kept at most; what is given back past them is destroyed. */
const MOST_BYTES = 128 * 2 ** 20;

/** Values for which host memory is kept at most: 32 MiB. */
const MOST_BORROWED = 2 ** 23;

export class BufferPool {
  private readonly free = new Map<string, GPUBuffer[]>();
  private bytes = 0;
  private closed = false;
  private memory = new Float32Array(0);

  constructor(private readonly device: GPUDevice) {}

  /** A buffer of exactly this size and usage. */
  take(size: number, usage: number): GPUBuffer {
    const buffer = this.free.get(keyOf(size, usage))?.pop();
    if (buffer === undefined) return this.device.createBuffer({ label: 'pooled', size, usage });
    this.bytes -= size;
    return buffer;
  }

  /** Takes a buffer back whose work is submitted and which is not mapped. */
  give(buffer: GPUBuffer): void {
    const { size, usage } = buffer;
    if (this.closed || this.bytes + size > MOST_BYTES) {
      buffer.destroy();
      return;
    }
    this.bytes += size;
    const key = keyOf(size, usage);
    this.free.set(key, [...(this.free.get(key) ?? []), buffer]);
  }

  /** Host memory for values on their way to the device, to be used at once; holds anything. */
  borrow(length: number): Float32Array {
    // New memory costs more than writing it: the system hands it out page by page.
    if (length > MOST_BORROWED) return new Float32Array(length);
    if (this.memory.length < length) this.memory = new Float32Array(length);
    return this.memory.subarray(0, length);
  }

  /** Destroys what is here, and from now on whatever is given back. */
  destroy(): void {
    this.closed = true;
    for (const buffers of this.free.values()) for (const buffer of buffers) buffer.destroy();
    this.free.clear();
    this.bytes = 0;
    this.memory = new Float32Array(0);
  }
}

function keyOf(size: number, usage: number): string {
  return `${String(size)} ${String(usage)}`;
}
