import { describe, expect, it } from 'vitest';
import { InputError, parseField, type InputProblem } from '../../src/state/input.ts';
import { LIMITS, type Range } from '../../src/state/limits.ts';

function problemOf(text: string, range: Range = LIMITS.rate): InputProblem | null {
  try {
    parseField('rate', text, range);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
}

describe('what is understood', () => {
  it.each([
    ['3', 3],
    ['  -2.5 ', -2.5],
    ['+4', 4],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['2.5E-1', 0.25],
    ['007', 7],
    // U+2212, as formatted numbers have it.
    ['\u22123', -3],
    // Full-width digits, point, signs and letters, and the ideographic full stop and space of Chinese keyboards.
    ['\uff11\uff12\uff0e\uff15', 12.5],
    ['\uff0d\uff13', -3],
    ['\uff11\uff45\uff12', 100],
    ['0\u30025', 0.5],
    ['\u30004\u3000', 4],
    // As blocks have them.
    ['1/4', 0.25],
    ['-3 / 8', -0.375],
    ['1,5', 1.5],
    ['\uff11\uff0c\uff15', 1.5],
    ['\uff11\uff0f\uff14', 0.25],
  ])('%j is %d', (text, value) => {
    expect(parseField('image', text, LIMITS.value)).toBe(value);
  });

  it('knows one zero', () => {
    expect(Object.is(parseField('image', '-0', LIMITS.value), 0)).toBe(true);
  });
});

describe('what is refused', () => {
  it.each([
    '',
    ' ',
    'abc',
    '0x10',
    '0b1',
    '1_000',
    '1,5,2',
    '1/2/3',
    '1/',
    '0/0',
    '--1/3',
    '1 2',
    'NaN',
    'Infinity',
    '--1',
    '1e',
    '.',
    '1.2.3',
    '2\u00b2',
    '\u2460',
  ])('%j is no number', (text) => {
    expect(problemOf(text)).toEqual({ code: 'not-a-number', field: 'rate', text, range: LIMITS.rate });
  });

  it.each(['0', '-0.03', '1000000.5', '1/0', '1e309', '-1e309', '1e-400'])('%j is out of range', (text) => {
    expect(problemOf(text)).toEqual({ code: 'out-of-range', field: 'rate', text, range: LIMITS.rate });
  });

  it('a fraction where a whole number is needed', () => {
    expect(problemOf('2.5', LIMITS.stride)).toMatchObject({ code: 'not-whole', text: '2.5' });
    expect(problemOf('9.5', LIMITS.stride)).toMatchObject({ code: 'out-of-range' });
  });

  it.each(['1'.repeat(200_000) + 'x', '1'.repeat(200_000), ' '.repeat(200_000) + 'x'])(
    'a huge pasted text without a pause',
    (text) => {
      const startedMs = performance.now();
      expect(problemOf(text)).not.toBeNull();
      expect(performance.now() - startedMs).toBeLessThan(200);
    },
  );

  it('names the cell of a grid', () => {
    const parse = () => parseField('kernel', 'x', LIMITS.weight, { row: 1, column: 2 });
    expect(parse).toThrow(InputError);
    expect(parse).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ cell: { row: 1, column: 2 } }) as unknown,
      }),
    );
  });

  it('both ends of a range belong to it', () => {
    expect(parseField('seed', '4294967295', LIMITS.seed)).toBe(4_294_967_295);
    expect(problemOf('4294967296', LIMITS.seed)).toMatchObject({ code: 'out-of-range' });
    expect(parseField('rate', '0.000001', LIMITS.rate)).toBe(1e-6);
    expect(parseField('rate', '10', LIMITS.rate)).toBe(10);
  });
});
