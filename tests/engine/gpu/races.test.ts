import { describe, expect, test } from 'vitest';
import { detectRaces } from 'wgsl_reflect/wgsl_reflect.module.js';
import { specialise } from '../../../shaders/specialise.ts';
import { compileShader } from '../../../shaders/build/compile.ts';
import { readShaderSource } from '../../../shaders/build/folder.ts';
import { planCorrelation } from '../../../src/math/geometry.ts';
import { makePlanStruct } from '../../../src/engine/gpu/plan-struct.ts';

/** Contents of the buffers by name: a struct's bytes or an array's values. */
type Contents = Readonly<Record<string, ArrayBuffer | Float32Array>>;

// A 5x6 image and a 2x3 kernel: a 4x4 response.
const plan = makePlanStruct(planCorrelation([1, 1, 5, 6], [1, 1, 2, 3]));
const zeros = (count: number) => new Float32Array(count);
const pairOf = (first: number, second: number) => Uint32Array.of(first, second).buffer;

const PASSES: readonly (readonly [path: string, contents: Contents])[] = [
  [
    'loss.wgsl',
    {
      squared_error: Float32Array.of(1).buffer,
      loss_partials: zeros(70),
      losses: zeros(2),
      progress: zeros(2),
    },
  ],
  ['kernel-gradient-sum.wgsl', { partials: zeros(70), gradient: zeros(1) }],
  [
    'finish-step-sgd.wgsl',
    {
      settings: zeros(5).buffer,
      totals: Uint32Array.of(70, 70, 0).buffer,
      progress: zeros(2),
      partials: zeros(140),
      gradient: zeros(1),
      kernel: zeros(1),
      losses: zeros(1),
      momentum_buffer: zeros(1),
    },
  ],
  [
    'kernel-gradient-partial.wgsl',
    { plan, chunks: pairOf(64, 1), image: zeros(30), upstream: zeros(16), partials: zeros(6) },
  ],
  [
    'learn-sgd.wgsl',
    {
      plan,
      run: Uint32Array.of(2, 0, 0).buffer,
      squared_error: Float32Array.of(1).buffer,
      settings: zeros(5).buffer,
      image: zeros(30),
      expected: zeros(16),
      upstream: zeros(16),
      gradient: zeros(6),
      kernel: zeros(6),
      losses: zeros(2),
      momentum_buffer: zeros(6),
    },
  ],
  [
    'residual.wgsl',
    {
      plan,
      image: zeros(30),
      kernel: zeros(6),
      squared_error: Float32Array.of(1).buffer,
      expected: zeros(16),
      upstream: zeros(16),
      loss_partials: zeros(1),
    },
  ],
];

function findRaces(path: string, contents: Contents, edit = (code: string) => code) {
  const { shader } = compileShader(path, readShaderSource);
  // As on hardware, where a workgroup sums together.
  const { code } = 'LANES' in shader.layout.constants ? specialise(shader, { LANES: 64 }) : shader;
  const { bindings, entryPoint } = shader.layout;
  const group = Object.entries(bindings).map(([name, { binding, type }]) => {
    const content = contents[name];
    return [binding, type === 'uniform' ? { uniform: content } : content];
  });
  return detectRaces(edit(code), entryPoint, [1, 1, 1], {
    0: Object.fromEntries(group) as Record<string, unknown>,
  });
}

// The interpreter computes some vector addresses of storage buffers wrongly, so only workgroup memory is judged.
function racesOnWorkgroupMemory({ races }: ReturnType<typeof findRaces>): string[] {
  return races
    .filter(({ bufferId }) => bufferId === 'addends' || bufferId === 'lane_sums')
    .map(({ message }) => message);
}

describe('a workgroup in lockstep', () => {
  test.each(PASSES)('%s has no race', (path, contents) => {
    const found = findRaces(path, contents);
    expect(found.errors).toEqual([]);
    expect(racesOnWorkgroupMemory(found)).toEqual([]);
  });

  test.each(PASSES)('%s would be caught without its barriers', (path, contents) => {
    const found = findRaces(path, contents, (code) => code.replaceAll('workgroupBarrier();', ''));
    expect(racesOnWorkgroupMemory(found).length).toBeGreaterThan(0);
  });
});
