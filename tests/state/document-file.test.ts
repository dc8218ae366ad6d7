import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENES } from '../../src/state/address.ts';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { documentToFile, FileError, fileToDocument, LARGEST_FILE } from '../../src/state/document-file.ts';
import { arbitraryDocument } from './arbitrary-document.ts';

/** Written by hand from the README's description; 7 stands in the corner of scene 1's image. */
const BY_HAND = `{
  "format": "corr2d",
  "version": 1,
  "scene": "learning",
  "document": {
    "c": { "i": [3, 3, 7, 1, 2, 3, 4, 5, 6, 7, 8], "k": [2, 2, 0, 1, 2, 3], "s": [1, 1], "p": [0, 0, 0, 0], "d": [1, 1], "f": 0 },
    "e": { "i": [6, 8, "w8PDw8PD"], "k": [1, 2, 1, -1] },
    "l": { "t": [1, 2, 1, -1], "a": "a", "r": 0.03, "n": 10 }
  }
}`;

function problemOf(text: string): unknown {
  try {
    fileToDocument(text);
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  return null;
}

const changed = (from: string, to: string): string => {
  expect(BY_HAND).toContain(from);
  return BY_HAND.replace(from, to);
};

describe('a file', () => {
  it('written by hand opens', () => {
    const image = { ...DEFAULT_DOCUMENT.correlation.image, values: [7, 1, 2, 3, 4, 5, 6, 7, 8] };
    const receptive = { ...DEFAULT_DOCUMENT.receptive, depth: { layers: 3, kernel: 3 } };
    expect(fileToDocument(BY_HAND)).toEqual({
      scene: 'learning',
      document: { ...DEFAULT_DOCUMENT, correlation: { ...DEFAULT_DOCUMENT.correlation, image }, receptive },
    });
  });

  it('gives any document back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCENES), arbitraryDocument, (scene, document) => {
        expect(fileToDocument(documentToFile({ scene, document }))).toEqual({ scene, document });
      }),
    );
  });

  it('has a scene a line', () => {
    const lines = documentToFile({ scene: 'edges', document: DEFAULT_DOCUMENT }).split('\n');
    expect(lines.slice(1, 5)).toEqual([
      '  "format": "corr2d",',
      '  "version": 1,',
      '  "scene": "edges",',
      '  "document": {',
    ]);
    expect(lines[6]).toBe('    "e": {"i":[6,8,"w8PDw8PD"],"k":[1,2,1,-1]},');
  });
});

describe('a file that cannot be opened', () => {
  it.each([
    ['no JSON', 'PNG', { code: 'file-not-ours' }],
    ['nothing', '', { code: 'file-not-ours' }],
    ['of another program', '{"format":"png","version":1}', { code: 'file-not-ours' }],
    ['cut off', BY_HAND.slice(0, -20), { code: 'file-not-ours' }],
    ['nested without end', '['.repeat(100_000), { code: 'file-not-ours' }],
    ['without a document', '{"format":"corr2d","version":1,"scene":"edges"}', { code: 'file-not-ours' }],
    [
      'too large',
      ' '.repeat(LARGEST_FILE + 1),
      { code: 'file-too-large', bytes: LARGEST_FILE + 1, largest: LARGEST_FILE },
    ],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it.each([
    ['of a version to come', '"version": 1', '"version": 2', { code: 'file-newer', version: 2 }],
    ['of no version', '"version": 1', '"version": 0', { code: 'file-not-ours' }],
    ['with an unknown scene', '"learning"', '"sounds"', { code: 'file-not-ours' }],
    [
      'with a stride of 0',
      '"s": [1, 1]',
      '"s": [0, 1]',
      { code: 'file-invalid', scene: 'correlation', field: 'stride-y' },
    ],
    [
      'with a kernel that does not fit',
      '"p": [0, 0, 0, 0], "d": [1, 1]',
      '"p": [0, 0, 0, 0], "d": [4, 1]',
      { code: 'file-invalid', scene: 'correlation', field: 'kernel' },
    ],
    [
      'with text for a number',
      '"r": 0.03',
      '"r": "0.03"',
      { code: 'file-invalid', scene: 'learning', field: 'rate' },
    ],
  ])('%s', (_, from, to, problem) => {
    expect(problemOf(changed(from, to))).toEqual(problem);
  });
});
