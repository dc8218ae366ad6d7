/** Elements of EBML (RFC 8794): an identifier, a length, and data or further elements. */

export interface EbmlElement {
  /** With its length marker, as the tables of Matroska give it: 0x1a45dfa3. */
  readonly id: number;
  readonly data: Uint8Array | readonly EbmlElement[];
}

/** The element's bytes. */
export function ebmlBytes({ id, data }: EbmlElement): Uint8Array<ArrayBuffer> {
  const inner = data instanceof Uint8Array ? [data] : data.map(ebmlBytes);
  const length = inner.reduce((total, part) => total + part.length, 0);
  const head = [...bigEndian(id), ...lengthBytes(length)];
  const whole = new Uint8Array(head.length + length);
  whole.set(head);
  let at = head.length;
  for (const part of inner) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A whole number from 0 in as few bytes as hold it. */
export function unsigned(value: number): Uint8Array {
  return Uint8Array.from(bigEndian(value));
}

export function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function bigEndian(value: number): readonly number[] {
  const bytes = [value % 256];
  for (let rest = Math.floor(value / 256); rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes;
}

/** Always eight bytes: the marker bit 2⁵⁶, then the length. */
function lengthBytes(length: number): readonly number[] {
  const bytes = bigEndian(length);
  return [0x01, ...Array<number>(7 - bytes.length).fill(0), ...bytes];
}
