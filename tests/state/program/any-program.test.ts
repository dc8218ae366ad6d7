/** Any document's programs: NumPy computes what the definition does; LaTeX and brackets are whole. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/math/definition.ts';
import {
  flipGrid,
  gridTensor,
  type CorrelationPart,
  type PlaygroundDocument,
} from '../../../src/state/document.ts';
import { PROGRAM_LANGUAGES, programText } from '../../../src/state/program/program.ts';
import { arbitraryDocument } from '../arbitrary-document.ts';
import { python, titled } from './interpreters.ts';

const numpy = python('numpy');

/** One process runs them all; each prints its response as a line of JSON. */
const RUN_ALL = `
import io, json, contextlib
def response(text):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(text, names)
    return names['Y'].tolist()
print(json.dumps([response(text) for text in json.loads(PROGRAMS)]))
`;

describe.each(titled([['NumPy', numpy]]))('%s', () => {
  it.skipIf(numpy.version === null)('on any document', { timeout: 120_000 }, () => {
    const parts = fc
      .sample(arbitraryDocument, { numRuns: 60, seed: 20 })
      .map(({ correlation }) => correlation);
    const programs = parts.map((part) => programText('numpy', { kind: 'correlation', part }));
    const text = JSON.stringify(JSON.stringify(programs));
    const responses = JSON.parse(numpy.run(`PROGRAMS = ${text}\n${RUN_ALL}`)) as number[][][];
    parts.forEach((part, index) => {
      expectResponse(responses[index]?.flat() ?? [], part);
    });
  });
});

function expectResponse(response: readonly number[], part: CorrelationPart): void {
  const { image, kernel, flip, stride, padding, dilation } = part;
  const geometry = { stride, padding, dilation };
  const expected = correlate(gridTensor(image), gridTensor(flip ? flipGrid(kernel) : kernel), geometry).data;
  expect(response).toHaveLength(expected.length);
  // Programs hold the numbers as they were entered, the definition their float32.
  const size = Math.max(1, ...image.values.map(Math.abs)) * Math.max(1, ...kernel.values.map(Math.abs));
  const bound = size * kernel.values.length * 2 ** -22;
  expected.forEach((value, index) => {
    expect(Math.abs((response[index] ?? NaN) - value)).toBeLessThanOrEqual(bound);
  });
}

describe.each(PROGRAM_LANGUAGES)('%s', (language) => {
  it('closes what it opens, and says no number that is none', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        for (const text of programsOf(language, document)) {
          expect(openBrackets(text)).toBe('');
          expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
          expect(text.endsWith('\n')).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function programsOf(
  language: (typeof PROGRAM_LANGUAGES)[number],
  document: PlaygroundDocument,
): readonly string[] {
  const { correlation, edges, learning, receptive } = document;
  return [
    programText(language, { kind: 'stack', part: receptive }),
    programText(language, { kind: 'correlation', part: correlation }),
    programText(language, { kind: 'learning', setup: { ...learning, image: edges.image } }),
  ];
}

/** Brackets, and LaTeX's environments, that are still open at the end, or the first that closes nothing. */
function openBrackets(text: string): string {
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const [, begin, end, bracket = ''] of text.matchAll(/\\begin\{(.+?)\}|\\end\{(.+?)\}|([()[\]{}])/g)) {
    if (begin !== undefined) open.push(begin);
    else if (end !== undefined || bracket in pairs) {
      const opened = open.pop() ?? 'nothing';
      if (opened !== (end ?? pairs[bracket])) return `${opened} closed by ${end ?? bracket}`;
    } else open.push(bracket);
  }
  return open.join(' ');
}
