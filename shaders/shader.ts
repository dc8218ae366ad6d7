/** What importing a `.wgsl` file gives: its expanded text, where each line came from, and its reflected layout. */

export type ScalarType = 'f32' | 'i32' | 'u32';

export interface StructField {
  /** Bytes from the start of the struct. */
  readonly offset: number;
  readonly type: ScalarType;
}

/** A struct of scalars, as the device lays it out. */
export interface StructLayout {
  /** In bytes. */
  readonly size: number;
  readonly fields: Readonly<Record<string, StructField>>;
}

export interface BindingLayout {
  readonly group: number;
  readonly binding: number;
  readonly type: GPUBufferBindingType;
  /** Null for an array. */
  readonly struct: StructLayout | null;
}

/** One compute entry point and the buffers it is bound to, by name. */
export interface ShaderLayout {
  readonly entryPoint: string;
  readonly workgroupSize: readonly [x: number, y: number, z: number];
  /** Module-scope `const NAME = 4u;`: the sizes that the host needs too. */
  readonly constants: Readonly<Record<string, number>>;
  readonly bindings: Readonly<Record<string, BindingLayout>>;
}

/** The expanded text's lines from `first` (1 is the first line) come from `file`, starting at its `line`. */
export interface LineSegment {
  readonly first: number;
  readonly file: string;
  readonly line: number;
}

export interface Shader {
  /** The file's name without its ending. */
  readonly name: string;
  readonly code: string;
  /** In ascending order of `first`. */
  readonly lineMap: readonly LineSegment[];
  readonly layout: ShaderLayout;
}
