/** From a shader's path to what its import gives. */
import type { Shader } from '../shader.ts';
import { expandIncludes, type ReadSource } from './include.ts';
import { reflectLayout } from './reflect.ts';

export interface CompiledShader {
  readonly shader: Shader;
  /** Every file whose change makes the shader stale. */
  readonly files: readonly string[];
}

/** Expands and reflects the shader at `path` (from the shaders folder); throws what either throws. */
export function compileShader(path: string, read: ReadSource): CompiledShader {
  const { code, lineMap, files } = expandIncludes(path, read);
  const name = path.replace(/\.wgsl$/, '');
  return { shader: { name, code, lineMap, layout: reflectLayout(name, code) }, files };
}
