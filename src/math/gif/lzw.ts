/**
 * GIF's variant of LZW (GIF89a, appendix F): codes of growing width, least significant bit first, a clear code at the
 * start and whenever the table of 4096 codes is full, and an end code.
 */

const LARGEST_CODE = 4095;

/** `indices` below 2^minimumSize; `minimumSize` from 2 to 8. The bytes are not yet cut into sub-blocks. */
export function lzwEncode(indices: Uint8Array, minimumSize: number): Uint8Array {
  const clear = 1 << minimumSize;
  const bits = new BitWriter(indices.length);
  // Prefix code and next index, to the code that stands for both: 0 for none, as no entry has a code below `clear`.
  const table = new Uint16Array((LARGEST_CODE + 1) << 8);
  let size = minimumSize + 1;
  let next = clear + 2;
  bits.write(clear, size);
  let prefix = indices[0] ?? 0;
  for (let at = 1; at < indices.length; at++) {
    const index = indices[at] ?? 0;
    const key = (prefix << 8) | index;
    const known = table[key] ?? 0;
    if (known !== 0) {
      prefix = known;
      continue;
    }
    bits.write(prefix, size);
    prefix = index;
    if (next <= LARGEST_CODE) {
      // The decoder's table is one entry behind: the width grows when the code just made has no room in it.
      if (next === 1 << size) size++;
      table[key] = next++;
    } else {
      bits.write(clear, size);
      table.fill(0);
      size = minimumSize + 1;
      next = clear + 2;
    }
  }
  if (indices.length > 0) bits.write(prefix, size);
  // Reading the last prefix, the decoder adds an entry, which may widen the code that follows.
  if (indices.length > 0 && next === 1 << size && next <= LARGEST_CODE) size++;
  bits.write(clear + 1, size);
  return bits.finish();
}

/** Codes into bytes, the lowest bit first. */
class BitWriter {
  private bytes: Uint8Array;
  private length = 0;
  private held = 0;
  private heldBits = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(Math.max(16, expected >> 2));
  }

  write(code: number, size: number): void {
    this.held |= code << this.heldBits;
    this.heldBits += size;
    while (this.heldBits >= 8) {
      this.push(this.held & 0xff);
      this.held >>>= 8;
      this.heldBits -= 8;
    }
  }

  finish(): Uint8Array {
    if (this.heldBits > 0) this.push(this.held & 0xff);
    this.heldBits = 0;
    return this.bytes.slice(0, this.length);
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const longer = new Uint8Array(2 * this.length);
      longer.set(this.bytes);
      this.bytes = longer;
    }
    this.bytes[this.length++] = byte;
  }
}
