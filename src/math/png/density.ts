/** Tells in a PNG file how large it is on paper: the chunk pHYs of the PNG specification (11.3.5.3). */

const SIGNATURE_BYTES = 8;
/** Length, name and checksum of a chunk, beside its data. */
const CHUNK_FRAME_BYTES = 12;
const METRES_AN_INCH = 0.0254;

/** The same picture with `dotsPerInch` both ways, in place of any density that the file told before. */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const [header, ...others] = chunksOf(png);
  if (!header) throw new TypeError('a PNG file begins with its header');
  const kept = others.filter((chunk) => nameOf(chunk) !== 'pHYs');
  const parts = [png.subarray(0, SIGNATURE_BYTES), header, densityChunk(dotsPerInch), ...kept];
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function chunksOf(png: Uint8Array): Uint8Array[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = SIGNATURE_BYTES; at + CHUNK_FRAME_BYTES <= png.length;) {
    const end = at + view.getUint32(at) + CHUNK_FRAME_BYTES;
    chunks.push(png.subarray(at, end));
    at = end;
  }
  return chunks;
}

function nameOf(chunk: Uint8Array): string {
  return String.fromCharCode(...chunk.subarray(4, 8));
}

function densityChunk(dotsPerInch: number): Uint8Array {
  const chunk = new Uint8Array(9 + CHUNK_FRAME_BYTES);
  const view = new DataView(chunk.buffer);
  const dotsPerMetre = Math.round(dotsPerInch / METRES_AN_INCH);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // pHYs
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1; // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The checksum of PNG and zlib: polynomial 0xedb88320, reflected. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
