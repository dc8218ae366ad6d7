import { describe, expect, it } from 'vitest';
import { planCorrelation } from '../../src/math/geometry.ts';
import { sumAt, type Sum } from '../../src/math/sum.ts';
import { sumToLatex, sumToMathml, sumToText } from '../../src/math/sum-text.ts';

const IMAGE = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const plan = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2]);

describe("the article's sums", () => {
  it.each([
    [0, 0, 19],
    [0, 1, 25],
    [1, 0, 37],
    [1, 1, 43],
  ])('Y[%d, %d] is %d', (row, column, result) => {
    expect(sumAt(plan, IMAGE, [0, 1, 2, 3], row, column).result).toBe(result);
  });

  it('the first of them, term by term', () => {
    const { terms } = sumAt(plan, IMAGE, [0, 1, 2, 3], 0, 0);
    expect(terms.map(({ image, weight }) => [image, weight])).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
      [4, 3],
    ]);
  });
});

it('padding counts as zeros outside the image', () => {
  const padded = planCorrelation([1, 1, 3, 3], [1, 1, 2, 2], { padding: [1, 1, 0, 0] });
  const { terms, result } = sumAt(padded, IMAGE, [1, 1, 1, 5], 1, 0);
  expect(terms.map(({ inside }) => inside)).toEqual([false, true, false, true]);
  expect(result).toBe(0 * 1 + 3 * 5);
});

describe('a sum written out', () => {
  const first: Sum = sumAt(plan, IMAGE, [0, 1, 2, 3], 0, 0);
  const signed: Sum = { row: 2, column: 1, terms: [{ image: -1.5, weight: 2, inside: true }], result: -3 };

  it('as text', () => {
    expect(sumToText(first)).toBe('Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19');
    expect(sumToText(signed)).toBe('Y[2, 1] = (−1.5)×2 = −3');
  });

  it('as LaTeX, in ASCII', () => {
    expect(sumToLatex(first)).toBe('Y_{0,0} = 0 \\times 0 + 1 \\times 1 + 3 \\times 2 + 4 \\times 3 = 19');
    expect(sumToLatex(signed)).toBe('Y_{2,1} = (-1.5) \\times 2 = -3');
  });

  it('as MathML', () => {
    expect(sumToMathml(signed)).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>' +
        '<msub><mi>Y</mi><mrow><mn>2</mn><mo>,</mo><mn>1</mn></mrow></msub><mo>=</mo>' +
        '<mrow><mo>(</mo><mrow><mo>−</mo><mn>1.5</mn></mrow><mo>)</mo></mrow><mo>×</mo><mn>2</mn>' +
        '<mo>=</mo><mrow><mo>−</mo><mn>3</mn></mrow></mrow></math>',
    );
  });
});
