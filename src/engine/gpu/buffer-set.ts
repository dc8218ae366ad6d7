/** Buffers that live and die together. */
import type { BufferPool } from './buffer-pool.ts';
import { BUFFER_USAGE } from './flags.ts';
import { requireReadBack, requireStorage } from './limits.ts';

/** Values that are written when they are wanted, into memory that others use before and after. */
export interface WrittenContents {
  readonly length: number;
  /** Writes every element of `target`, whose length is `length`. */
  readonly writeTo: (target: Float32Array) => void;
}

/** What a storage buffer starts with: these values, or this many elements, zeros unless they come from a pool. */
export type Contents = Float32Array | WrittenContents | number;

const { copySource, copyTarget, mapRead, storage, uniform } = BUFFER_USAGE;

export class BufferSet {
  private readonly buffers: GPUBuffer[] = [];

  constructor(
    private readonly device: GPUDevice,
    private readonly label: string,
    /** Where the buffers come from and go; none are shared without one. */
    private readonly pool: BufferPool | null = null,
  ) {}

  /** Storage buffers by name; throws LimitError before the first of them is allocated. */
  createStorage<N extends string>(contents: Readonly<Record<N, Contents>>): Record<N, GPUBuffer> {
    const entries = Object.entries<Contents>(contents);
    for (const [name, content] of entries) requireStorage(this.device.limits, name, lengthOf(content));
    return Object.fromEntries(
      entries.map(([name, content]) => [name, this.createFilled(name, content)]),
    ) as Record<N, GPUBuffer>;
  }

  /** A uniform buffer with these bytes. */
  createUniform(name: string, bytes: ArrayBuffer): GPUBuffer {
    const buffer = this.create(name, bytes.byteLength, uniform | copyTarget);
    this.device.queue.writeBuffer(buffer, 0, bytes);
    return buffer;
  }

  /** A storage buffer with the bytes of a struct. */
  createStruct(name: string, bytes: ArrayBuffer): GPUBuffer {
    const buffer = this.create(name, bytes.byteLength, storage | copyTarget);
    this.device.queue.writeBuffer(buffer, 0, bytes);
    return buffer;
  }

  /** A buffer that the host can read; throws LimitError. */
  createReadBack(name: string, bytes: number): GPUBuffer {
    requireReadBack(this.device.limits, name, bytes);
    return this.create(name, bytes, mapRead | copyTarget);
  }

  /** Gives the buffers to the pool; to be called when their work is done and nothing is mapped. */
  release(): void {
    for (const buffer of this.buffers.splice(0)) {
      if (this.pool === null) buffer.destroy();
      else this.pool.give(buffer);
    }
  }

  destroy(): void {
    for (const buffer of this.buffers.splice(0)) buffer.destroy();
  }

  private createFilled(name: string, content: Contents): GPUBuffer {
    const size = lengthOf(content) * Float32Array.BYTES_PER_ELEMENT;
    const buffer = this.create(name, size, storage | copySource | copyTarget);
    if (typeof content !== 'number') this.write(buffer, content);
    return buffer;
  }

  private write(buffer: GPUBuffer, content: Float32Array | WrittenContents): void {
    if (content instanceof Float32Array) {
      const { buffer: bytes, byteOffset, byteLength } = content;
      this.device.queue.writeBuffer(buffer, 0, bytes, byteOffset, byteLength);
      return;
    }
    // `writeBuffer` has copied the values when it returns.
    const values = this.pool?.borrow(content.length) ?? new Float32Array(content.length);
    content.writeTo(values);
    this.write(buffer, values);
  }

  private create(name: string, size: number, usage: number): GPUBuffer {
    const label = `${this.label} ${name}`;
    const buffer = this.pool?.take(size, usage) ?? this.device.createBuffer({ label, size, usage });
    this.buffers.push(buffer);
    return buffer;
  }
}

function lengthOf(content: Contents): number {
  return typeof content === 'number' ? content : content.length;
}
