/** Writes structs for the device by field name, at the reflected offsets. */
import type { ScalarType, StructLayout } from '../../../shaders/shader.ts';

/** One number for every field, no other. */
export type StructValues<L extends StructLayout> = Readonly<Record<keyof L['fields'], number>>;

// A uniform buffer's binding must reach the struct's end rounded up to its alignment; 16 fits every struct.
const SIZE_STEP = 16;

/** Bytes of the struct, its size rounded up to 16, little-endian as WebGPU is. */
export function makeStruct<L extends StructLayout>(layout: L, values: StructValues<L>): ArrayBuffer {
  const bytes = new ArrayBuffer(Math.ceil(layout.size / SIZE_STEP) * SIZE_STEP);
  const view = new DataView(bytes);
  const numbers: Readonly<Record<string, number>> = values;
  for (const [name, { offset, type }] of Object.entries(layout.fields)) {
    const value = numbers[name];
    if (value === undefined) throw new Error(`struct field ${name} has no value`);
    writeScalar(view, offset, type, value);
  }
  return bytes;
}

function writeScalar(view: DataView, offset: number, type: ScalarType, value: number): void {
  switch (type) {
    case 'f32':
      view.setFloat32(offset, value, true);
      return;
    case 'i32':
      view.setInt32(offset, value, true);
      return;
    case 'u32':
      view.setUint32(offset, value, true);
  }
}
