import { describe, expect, test } from 'vitest';
import { readShaderSource, listDeclarations, makeDeclarations } from '../../../shaders/build/folder.ts';

describe('shader declarations', () => {
  const declarations = makeDeclarations();

  test.each([...declarations])('%s is current (else: npm run layouts)', (file, text) => {
    expect(readShaderSource(file)).toBe(text);
  });

  test('there is none without a shader', () => {
    expect(listDeclarations()).toEqual([...declarations.keys()].sort());
  });
});
