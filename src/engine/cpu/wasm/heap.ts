/** Memory that the compiled loops work on, handed out from its start and all taken back at once. */
import { LimitError } from '../../errors.ts';
import { copyCells } from './copy-cells.ts';
import type { AssemblyExports } from './kernels.ts';

const PAGE_BYTES = 65_536;

/** The first page belongs to the compiled code's own static data. */
const FIRST_ADDRESS = PAGE_BYTES;

/** Of everything handed out, so that no vector of float64 straddles cells of its neighbour. */
const ALIGNMENT = 16;

/** Loops read up to three cells past the end of a row. */
const SLACK_BYTES = 16;

export class Heap {
  readonly loops: AssemblyExports;
  /** All of the memory; replaced when it grows. */
  f32: Float32Array;
  f64: Float64Array;
  u32: Uint32Array;
  /** In bytes. */
  size: number;
  private readonly memory: WebAssembly.Memory;
  private next = FIRST_ADDRESS;

  constructor(module: WebAssembly.Module) {
    this.memory = new WebAssembly.Memory({ initial: 2 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.loops = exports as unknown as AssemblyExports;
    this.f32 = new Float32Array(this.memory.buffer);
    this.f64 = new Float64Array(this.memory.buffer);
    this.u32 = new Uint32Array(this.memory.buffer);
    this.size = this.f32.byteLength;
  }

  /** What is handed out from here on is taken back by `release(mark)`. */
  mark(): number {
    return this.next;
  }

  release(mark = FIRST_ADDRESS): void {
    this.next = mark;
  }

  /** The address of this many bytes, whatever they hold; throws LimitError when the memory cannot grow so far. */
  reserve(bytes: number): number {
    const address = this.next;
    this.next += Math.ceil((bytes + SLACK_BYTES) / ALIGNMENT) * ALIGNMENT;
    if (this.next > this.size) this.grow();
    return address;
  }

  /** The address of a copy of these values. */
  put(values: Float32Array): number {
    const address = this.reserve(values.byteLength);
    copyCells(this.f32, address / 4, values, 0, values.length);
    return address;
  }

  /** The address of these offsets, the last of them repeated until there are `count`. */
  putOffsets(offsets: readonly number[], count = offsets.length): number {
    const address = this.reserve(count * 4);
    const last = offsets[offsets.length - 1] ?? 0;
    for (let i = 0; i < count; i++) this.u32[address / 4 + i] = offsets[i] ?? last;
    return address;
  }

  // By at least half of what is there, so that growing stays rare.
  private grow(): void {
    const missing = Math.ceil((this.next - this.size) / PAGE_BYTES);
    const half = Math.ceil(this.size / PAGE_BYTES / 2);
    if (!this.growBy(Math.max(missing, half)) && !this.growBy(missing)) {
      const requested = this.next;
      throw new LimitError({
        code: 'limit',
        resource: 'memory',
        requested,
        allowed: this.size,
        unit: 'bytes',
      });
    }
    this.f32 = new Float32Array(this.memory.buffer);
    this.f64 = new Float64Array(this.memory.buffer);
    this.u32 = new Uint32Array(this.memory.buffer);
    this.size = this.f32.byteLength;
  }

  private growBy(pages: number): boolean {
    try {
      this.memory.grow(pages);
      return true;
    } catch {
      return false;
    }
  }
}
