/**
 * Just enough of the WebAssembly binary format (core specification, chapter 5) to write one exported function by hand:
 * a loop for a measurement must hold the instructions that it says, which no compiler promises.
 */

/** Opcodes by their names in the specification; after 0xfd comes the SIMD opcode in LEB128. */
export const OP = {
  loop: [0x03, 0x40],
  end: [0x0b],
  branchIf: (depth: number) => [0x0d, depth],
  localGet: (index: number) => [0x20, index],
  localSet: (index: number) => [0x21, index],
  localTee: (index: number) => [0x22, index],
  i32Const: (value: number) => [0x41, ...encodeSigned(value)],
  i32Sub: [0x6b],
  f32Const: (value: number) => [0x43, ...new Uint8Array(new Float32Array([value]).buffer)],
  splat: [0xfd, 0x13],
  extractLane0: [0xfd, 0x1f, 0],
  add: [0xfd, ...encodeUnsigned(0xe4)],
  multiply: [0xfd, ...encodeUnsigned(0xe6)],
  /** f32x4.relaxed_madd of the relaxed SIMD proposal. */
  relaxedMultiplyAdd: [0xfd, ...encodeUnsigned(0x105)],
} as const;

const TYPE = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

/** A module that exports `run(i32) → f32` with `vectors` v128 locals after its parameter. */
export function encodeModule(body: readonly number[], vectors: number): Uint8Array<ArrayBuffer> {
  const code = [1, ...encodeUnsigned(vectors), TYPE.v128, ...body, ...OP.end];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...encodeSection(1, [1, 0x60, 1, TYPE.i32, 1, TYPE.f32]),
    ...encodeSection(3, [1, 0]),
    ...encodeSection(7, [1, 3, ...new TextEncoder().encode('run'), 0, 0]),
    ...encodeSection(10, [1, ...encodeUnsigned(code.length), ...code]),
  ]);
}

function encodeSection(id: number, content: readonly number[]): number[] {
  return [id, ...encodeUnsigned(content.length), ...content];
}

/** LEB128 of a whole number from 0. */
function encodeUnsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encodeUnsigned(value >>> 7)];
}

/** LEB128 of a signed 32-bit number. */
function encodeSigned(value: number): number[] {
  const isLast = value >= -64 && value < 64;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...encodeSigned(value >> 7)];
}
