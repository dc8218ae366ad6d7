import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sgd from '../../../shaders/sgd.wgsl';
import { compileShader } from '../../../shaders/build/compile.ts';
import { listShaders, readShaderSource } from '../../../shaders/build/folder.ts';
import { ComputePass } from '../../../src/engine/gpu/compute-pass.ts';
import { ShaderError } from '../../../src/engine/errors.ts';
import { openDawn } from './dawn.ts';

let device: GPUDevice;

beforeAll(async () => {
  const adapter = await (await openDawn()).requestAdapter();
  if (adapter === null) throw new Error('the adapter went away');
  device = await adapter.requestDevice();
});

afterAll(() => {
  device.destroy();
});

describe('every shader', () => {
  test.each(listShaders())('%s compiles without a message', async (path) => {
    const { shader } = compileShader(path, readShaderSource);
    device.pushErrorScope('validation');
    const information = await device.createShaderModule({ code: shader.code }).getCompilationInfo();
    expect(await device.popErrorScope()).toBeNull();
    expect(information.messages.map(({ message, lineNum }) => `${String(lineNum)}: ${message}`)).toEqual([]);
  });

  test.each(listShaders())('%s makes a pipeline with its reflected layout', async (path) => {
    const { shader } = compileShader(path, readShaderSource);
    await expect(ComputePass.create(device, shader)).resolves.toBeInstanceOf(ComputePass);
  });
});

test('a dispatch lists every binding that has no buffer', async () => {
  const pass = await ComputePass.create(device, sgd);
  const buffer = device.createBuffer({ size: 64, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.UNIFORM });
  const bound = { settings: buffer, progress: buffer, gradient: buffer, kernels: buffer };
  // @ts-expect-error: `kernel` is misspelt, and there is no momentum buffer
  expect(() => pass.createDispatch(bound, { workgroups: 1 })).toThrow(
    'sgd: no buffer bound to momentum_buffer, kernel',
  );
});

describe('a shader that does not compile', () => {
  const files: Record<string, string> = {
    'main.wgsl': [
      '// #include "include/twice.wgsl"',
      '@group(0) @binding(0) var<storage, read_write> values: array<f32>;',
      '@compute @workgroup_size(1) fn main() {',
      '  values[0] = twice(values[1]);',
      '}',
    ].join('\n'),
    'include/twice.wgsl': 'fn twice(value: f32) -> f32 {\n  return 2u * value;\n}\n',
  };
  const read = (path: string) => files[path] ?? '';

  test('names the included file and its line', async () => {
    const { shader } = compileShader('main.wgsl', read);
    const error: unknown = await ComputePass.create(device, shader).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ShaderError);
    expect(error).toMatchObject({ problem: { code: 'shader', file: 'include/twice.wgsl', line: 2 } });
  });

  test('names the file itself and its line', async () => {
    const { shader } = compileShader('main.wgsl', (path) =>
      read(path).replace('2u', '2').replace('(values[1])', '()'),
    );
    await expect(ComputePass.create(device, shader)).rejects.toMatchObject({
      problem: { code: 'shader', file: 'main.wgsl', line: 4 },
    });
  });
});
