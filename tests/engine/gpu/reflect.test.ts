import { describe, expect, test } from 'vitest';
import { reflectLayout } from '../../../shaders/build/reflect.ts';

const SHADER = `
const SIZE = 32u;
struct Settings { count: u32, offset: i32, rate: f32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(3) var<storage, read> input: array<f32>;
@group(0) @binding(1) var<storage, read_write> output: array<f32>;
@compute @workgroup_size(SIZE, 2) fn twice(@builtin(global_invocation_id) id: vec3u) {
  output[id.x] = input[id.x + settings.count] * settings.rate;
}`;

describe('reflectLayout', () => {
  test('reads entry point, workgroup size, constants, bindings and struct fields', () => {
    expect(reflectLayout('twice', SHADER)).toEqual({
      entryPoint: 'twice',
      workgroupSize: [32, 2, 1],
      constants: { SIZE: 32 },
      bindings: {
        settings: {
          group: 0,
          binding: 0,
          type: 'uniform',
          struct: {
            size: 12,
            fields: {
              count: { offset: 0, type: 'u32' },
              offset: { offset: 4, type: 'i32' },
              rate: { offset: 8, type: 'f32' },
            },
          },
        },
        output: { group: 0, binding: 1, type: 'storage', struct: null },
        input: { group: 0, binding: 3, type: 'read-only-storage', struct: null },
      },
    });
  });

  test.each([
    [
      'an unused binding',
      SHADER.replace('* settings.rate', '').replace('+ settings.count', ''),
      /settings is not used/,
    ],
    ['another group', SHADER.replace('@group(0) @binding(3)', '@group(1) @binding(3)'), /must be in group 0/],
    [
      'a struct of vectors',
      SHADER.replace('count: u32', 'count: vec2u'),
      /settings\.count is vec2u?, not a scalar/,
    ],
    ['no entry point', 'const SIZE = 1u;', /must have one compute entry point, it has 0/],
  ])('refuses %s', (_, code, message) => {
    expect(() => reflectLayout('twice', code)).toThrow(message);
  });
});
