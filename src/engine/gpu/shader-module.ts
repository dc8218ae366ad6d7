/** Compiles a shader's text; an error tells the file and line that it was written in. */
import type { Shader } from '../../../shaders/shader.ts';
import { ShaderError } from '../errors.ts';
import { inErrorScopes } from './error-scopes.ts';
import { locateLine } from './line-map.ts';

/** Throws ShaderError with the first error that the compiler reports. */
export async function createShaderModule(device: GPUDevice, shader: Shader): Promise<GPUShaderModule> {
  const { value: module, checked } = inErrorScopes(device, shader.name, () => {
    return device.createShaderModule({ label: shader.name, code: shader.code });
  });
  const [information, refusal] = await Promise.all([
    module.getCompilationInfo(),
    checked.then(
      () => null,
      (error: unknown) => String(error),
    ),
  ]);
  const message = information.messages.find(({ type }) => type === 'error');
  if (message !== undefined) throw makeShaderError(shader, message.lineNum, message.message);
  if (refusal !== null) throw makeShaderError(shader, 0, refusal);
  return module;
}

function makeShaderError(shader: Shader, expandedLine: number, detail: string): ShaderError {
  const { file, line } = locateLine(shader.lineMap, expandedLine) ?? { file: `${shader.name}.wgsl`, line: 0 };
  return new ShaderError({ code: 'shader', file, line, detail });
}
