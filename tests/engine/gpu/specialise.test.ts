import { describe, expect, test } from 'vitest';
import { compileShader } from '../../../shaders/build/compile.ts';
import { evaluateConst } from '../../../shaders/const-expression.ts';
import { specialise } from '../../../shaders/specialise.ts';
import { locateLine } from '../../../src/engine/gpu/line-map.ts';

describe('evaluateConst', () => {
  test.each([
    ['12u', 12],
    ['2u + 3 * WIDTH', 17],
    ['(4u * WIDTH + 2u) / 4u - 1u', 4],
    ['WIDTH - 1u - 2u', 2],
  ])('%s is %d', (expression, value) => {
    expect(evaluateConst(expression, { WIDTH: 5 })).toBe(value);
  });

  test.each([
    ['HEIGHT + 1u', 'HEIGHT is unknown'],
    ['(1u + 2u', 'a bracket is not closed'],
    ['1u 2u', '2 is left over'],
    ['1u % 2u', '% in the constant'],
    ['1u +', 'cannot have its end here'],
  ])('refuses %s', (expression, message) => {
    expect(() => evaluateConst(expression, {})).toThrow(message);
  });
});

const FILES: Record<string, string> = {
  'sum.wgsl': [
    'const ROWS = 2u;',
    'const LAST = ROWS - 1u;',
    'const SCALE = 0.5;',
    '// #include "include/add.wgsl"',
    '@group(0) @binding(0) var<storage, read_write> values: array<f32>;',
    '@compute @workgroup_size(1) fn sum() {',
    '  for (var i = 0u; i < LAST; i++) { // #unroll',
    '    for (var j = 0u; j < ROWS; j++) { // #unroll',
    '      add(i * ROWS + j);',
    '    }',
    '  }',
    '}',
  ].join('\n'),
  'include/add.wgsl': 'fn add(at: u32) {\n  values[0] += SCALE * values[at];\n}\n',
};
const { shader } = compileShader('sum.wgsl', (path) => FILES[path] ?? '');

describe('specialise', () => {
  test('gives constants their size and writes the marked loops out', () => {
    const { code, layout, name } = specialise(shader, { ROWS: 3 });
    expect(name).toBe('sum ROWS=3');
    expect(layout.constants).toEqual({ ROWS: 3 });
    expect(code).toContain('const ROWS = 3u;\nconst LAST = ROWS - 1u;\nconst SCALE = 0.5;');
    expect(code.match(/add\(.* \+ .*\);/g)).toEqual(
      [0, 1].flatMap((i) => [0, 1, 2].map((j) => `add(${String(i)}u * ROWS + ${String(j)}u);`)),
    );
    expect(code).not.toContain('for (');
  });

  test('a loop without turns leaves nothing', () => {
    expect(specialise(shader, { ROWS: 1 }).code).not.toContain('add(0u');
  });

  test('every line still knows where it was written', () => {
    const { code, lineMap } = specialise(shader, { ROWS: 3 });
    code.split('\n').forEach((text, index) => {
      const place = locateLine(lineMap, index + 1);
      if (text.includes('ROWS + ')) expect(place).toEqual({ file: 'sum.wgsl', line: 9 });
      if (text.includes('SCALE *')) expect(place).toEqual({ file: 'include/add.wgsl', line: 2 });
    });
  });

  test('refuses a constant that is not there', () => {
    expect(() => specialise(shader, { COLUMNS: 3 })).toThrow('sum has no constant COLUMNS');
  });
});
