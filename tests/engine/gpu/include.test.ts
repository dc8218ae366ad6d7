import { describe, expect, test } from 'vitest';
import { expandIncludes, IncludeCycleError } from '../../../shaders/build/include.ts';
import { locateLine } from '../../../src/engine/gpu/line-map.ts';

function readFrom(files: Record<string, string>): (path: string) => string {
  return (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`no file ${path}`);
    return text;
  };
}

describe('expandIncludes', () => {
  const files = {
    'main.wgsl': 'one\n// #include "a.wgsl"\nthree\n// #include "b.wgsl"\nfive\n',
    'a.wgsl': 'a1\n// #include "b.wgsl"\na3\n',
    'b.wgsl': 'b1\nb2\n',
  };

  test('puts every file in once, where it is first asked for', () => {
    const { code, files: used } = expandIncludes('main.wgsl', readFrom(files));
    expect(code).toBe('one\na1\nb1\nb2\na3\nthree\nfive\n');
    expect(used).toEqual(['main.wgsl', 'a.wgsl', 'b.wgsl']);
  });

  test('knows the file and line of every expanded line', () => {
    const { code, lineMap } = expandIncludes('main.wgsl', readFrom(files));
    const origins = code
      .trimEnd()
      .split('\n')
      .map((_, index) => {
        const place = locateLine(lineMap, index + 1);
        return `${place?.file ?? '?'}:${String(place?.line)}`;
      });
    expect(origins).toEqual([
      'main.wgsl:1',
      'a.wgsl:1',
      'b.wgsl:1',
      'b.wgsl:2',
      'a.wgsl:3',
      'main.wgsl:3',
      'main.wgsl:5',
    ]);
    expect(locateLine(lineMap, 0)).toBeNull();
  });

  test('refuses a cycle and says which', () => {
    const cycle = { 'a.wgsl': '// #include "b.wgsl"', 'b.wgsl': 'b1\n// #include "a.wgsl"' };
    const expand = () => expandIncludes('a.wgsl', readFrom(cycle));
    expect(expand).toThrow(IncludeCycleError);
    expect(expand).toThrow('a.wgsl -> b.wgsl -> a.wgsl');
  });

  test('passes on that a file is missing', () => {
    expect(() => expandIncludes('a.wgsl', readFrom({ 'a.wgsl': '// #include "c.wgsl"' }))).toThrow(
      'no file c.wgsl',
    );
  });
});
