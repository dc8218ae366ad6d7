/** Float32 arrays that travel to a worker and back: new ones would cost more than filling them. */

/** Arrays are kept up to so many bytes in all. */
const MOST_KEPT_BYTES = 2 ** 27;

/** A kept array may be so many times larger than what is asked for. */
const MOST_WASTE = 4;

export class ArrayPool {
  private readonly kept: ArrayBuffer[] = [];
  private keptBytes = 0;

  /** An array of `length` values, whatever they are. */
  take(length: number): Float32Array {
    const bytes = length * Float32Array.BYTES_PER_ELEMENT;
    const index = this.kept.findIndex(
      ({ byteLength }) => byteLength >= bytes && byteLength <= MOST_WASTE * bytes,
    );
    const [buffer] = index < 0 ? [] : this.kept.splice(index, 1);
    if (buffer) this.keptBytes -= buffer.byteLength;
    return new Float32Array(buffer ?? new ArrayBuffer(bytes), 0, length);
  }

  giveBack(...arrays: readonly Float32Array[]): void {
    for (const { buffer } of arrays) {
      if (!(buffer instanceof ArrayBuffer) || this.keptBytes + buffer.byteLength > MOST_KEPT_BYTES) continue;
      this.kept.push(buffer);
      this.keptBytes += buffer.byteLength;
    }
  }
}
