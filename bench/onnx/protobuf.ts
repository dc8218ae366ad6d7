/** The part of the protocol buffers wire format that an ONNX model is written with. */

/** A field: its number and its bytes; fields are repeated by being written again. */
export type Message = readonly number[];

/** LEB128 of a whole number from 0 to 2⁵³. */
function encodeVarint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

export function integer(field: number, value: number): Message {
  return [...encodeVarint(field * 8), ...encodeVarint(value)];
}

export function bytes(field: number, content: Iterable<number>): Message {
  const all = [...content];
  return [...encodeVarint(field * 8 + 2), ...encodeVarint(all.length), ...all];
}

export function text(field: number, content: string): Message {
  return bytes(field, new TextEncoder().encode(content));
}

export function message(field: number, ...parts: readonly Message[]): Message {
  return bytes(field, parts.flat());
}
