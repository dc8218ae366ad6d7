import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockError, type BlockProblem } from '../../src/state/block-error.ts';
import { formatBlock, parseBlock } from '../../src/state/block-text.ts';

const SOBEL = { rows: 3, columns: 3, values: [-1, 0, 1, -2, 0, 2, -1, 0, 1] };

function problemOf(text: string, most = 15, start = { row: 0, column: 0 }): BlockProblem | null {
  try {
    parseBlock(text, most, start);
    return null;
  } catch (error) {
    if (error instanceof BlockError) return error.problem;
    throw error;
  }
}

describe('one kernel', () => {
  it.each([
    ['a spreadsheet', '-1\t0\t1\n-2\t0\t2\n-1\t0\t1'],
    ['a spreadsheet, with an end of line', '-1\t0\t1\r\n-2\t0\t2\r\n-1\t0\t1\r\n'],
    ['CSV', '-1,0,1\n-2,0,2\n-1,0,1\n'],
    ['plain rows', ' -1 0 1\n -2 0 2\n -1 0 1'],
    ['NumPy', 'np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])'],
    ['NumPy, printed', '[[-1  0  1]\n [-2  0  2]\n [-1  0  1]]'],
    ['NumPy, as repr', 'array([[-1,  0,  1],\n       [-2,  0,  2],\n       [-1,  0,  1]])'],
    ['PyTorch', 'K = torch.tensor([[-1., 0., 1.], [-2., 0., 2.], [-1., 0., 1.]])'],
    ['Python', '[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]'],
    ['Python, over lines, with last commas', '[\n  [-1, 0, 1,],\n  [-2, 0, 2,],\n  [-1, 0, 1,],\n]'],
    ['MATLAB', 'K = [-1 0 1; -2 0 2; -1 0 1];'],
    ['MATLAB, with commas and lines', '[-1, 0, 1\n -2, 0, 2\n -1, 0, 1]'],
    ['a Chinese keyboard', '－１，０，１\n－２，０，２\n－１，０，１'],
    ['print', '−1 0 1\n−2 0 2\n−1 0 1'],
  ])('from %s', (_, text) => {
    expect(parseBlock(text, 15)).toEqual(SOBEL);
  });
});

describe('numbers', () => {
  it.each([
    ['1', [1]],
    ['[1 -1]', [1, -1]],
    ['[1, -1]', [1, -1]],
    ['.5 1. 2e-3 -0', [0.5, 1, 0.002, 0]],
    ['1/9 -2/4', [1 / 9, -0.5]],
    ['0,5\t1,25', [0.5, 1.25]],
    ['0,5', [0, 5]],
  ])('%j', (text, values) => {
    expect(parseBlock(text, 15)).toEqual({ rows: 1, columns: values.length, values });
  });
});

describe('what is no block', () => {
  it.each<[string, Partial<BlockProblem>]>([
    ['', { code: 'block-empty' }],
    ['[]', { code: 'block-empty' }],
    ['1 2\n3', { code: 'block-ragged', row: 2, column: 2, text: '1', expected: 2 }],
    ['1 2\n3 4 5', { code: 'block-ragged', row: 2, column: 3, text: '3', expected: 2 }],
    ['1 two\n3 4', { code: 'block-not-a-number', row: 1, column: 2, text: 'two' }],
    ['1\t\n3\t4', { code: 'block-ragged', row: 2 }],
    ['1\t2\n\t4', { code: 'block-not-a-number', row: 2, column: 1, text: '' }],
    ['1,,2', { code: 'block-not-a-number', column: 2 }],
    ['--1', { code: 'block-not-a-number', text: '--1' }],
    ['1e400', { code: 'block-not-a-number', text: '1e400' }],
    ['1/0', { code: 'block-not-a-number', text: '1/0' }],
    ['1/2/3', { code: 'block-not-a-number' }],
    ['0x10', { code: 'block-not-a-number' }],
    ['<script>', { code: 'block-not-a-number' }],
  ])('%j', (text, problem) => {
    expect(problemOf(text)).toMatchObject(problem);
  });

  it('a block past the largest kernel, on either side', () => {
    const tooLarge = { code: 'block-too-large', expected: 2 };
    expect(problemOf('1 2 3', 2)).toMatchObject({ ...tooLarge, row: 1, column: 3 });
    expect(problemOf('1\n2\n3', 2)).toMatchObject({ ...tooLarge, row: 3, column: 1 });
    expect(problemOf('1 2\n1 2 3\n1 2', 2)).toMatchObject({ ...tooLarge, row: 2, column: 3 });
    expect(problemOf('1 '.repeat(60_000))).toMatchObject({ code: 'block-too-long' });
  });

  it('a block that has no room from its cell on, by its own rows and columns', () => {
    const at = (row: number, column: number) => problemOf('1 2\n3 4', 3, { row, column });
    expect(at(1, 1)).toBeNull();
    expect(at(1, 2)).toMatchObject({ code: 'block-too-large', row: 1, column: 2, expected: 3 });
    expect(at(2, 1)).toMatchObject({ code: 'block-too-large', row: 2, column: 1, expected: 3 });
  });

  it('any text is a block or a problem with a place, quickly', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9.,;[\] \t\n/e]*$/)), (text) => {
        const problem = problemOf(text);
        if (problem) expect(problem.row * problem.column).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

it('a copy can be pasted again, in every format', () => {
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -9999, max: 9999 })
    .map((x) => (x === 0 ? 0 : x));
  const side = fc.integer({ min: 1, max: 15 });
  const block = fc
    .tuple(side, side)
    .chain(([rows, columns]) =>
      fc
        .array(number, { minLength: rows * columns, maxLength: rows * columns })
        .map((values) => ({ rows, columns, values })),
    );
  fc.assert(
    fc.property(block, fc.constantFrom('tabs', 'numpy', 'matlab', 'python'), (grid, format) => {
      expect(parseBlock(formatBlock(grid, format), 15)).toEqual(grid);
    }),
  );
});
