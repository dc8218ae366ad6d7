/** A sum of products written out for other places: plain text, LaTeX, MathML. Numbers as the page shows them. */
import { formatNumber } from './format.ts';
import type { Sum, Term } from './sum.ts';

const DECIMALS = 4;

/** A factor; negative ones stand in brackets, as in print. */
export function factorText(value: number): string {
  const text = formatNumber(value, DECIMALS);
  return value < 0 ? `(${text})` : text;
}

export function resultText({ result }: Sum): string {
  return formatNumber(result, DECIMALS);
}

/** `Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19` */
export function sumToText(sum: Sum): string {
  const products = sum.terms.map(({ image, weight }) => `${factorText(image)}×${factorText(weight)}`);
  return `Y[${String(sum.row)}, ${String(sum.column)}] = ${products.join(' + ')} = ${resultText(sum)}`;
}

/** `Y_{0,0} = 0 \times 0 + … = 19`, for math mode. */
export function sumToLatex(sum: Sum): string {
  const products = sum.terms.map(({ image, weight }) => `${factorText(image)} \\times ${factorText(weight)}`);
  const line = `Y_{${String(sum.row)},${String(sum.column)}} = ${products.join(' + ')} = ${resultText(sum)}`;
  return line.replaceAll('−', '-').replace(/(\d)e(-?\d+)/g, '$1 \\cdot 10^{$2}');
}

/** A whole `<math>` element. */
export function sumToMathml(sum: Sum): string {
  const indices = `<mrow><mn>${String(sum.row)}</mn><mo>,</mo><mn>${String(sum.column)}</mn></mrow>`;
  const products = sum.terms.map(productMathml).join('<mo>+</mo>');
  const body = `<msub><mi>Y</mi>${indices}</msub><mo>=</mo>${products}<mo>=</mo>${numberMathml(sum.result)}`;
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>${body}</mrow></math>`;
}

function productMathml({ image, weight }: Term): string {
  return `${factorMathml(image)}<mo>×</mo>${factorMathml(weight)}`;
}

function factorMathml(value: number): string {
  const number = numberMathml(value);
  return value < 0 ? `<mrow><mo>(</mo>${number}<mo>)</mo></mrow>` : number;
}

function numberMathml(value: number): string {
  const digits = `<mn>${formatNumber(Math.abs(value), DECIMALS)}</mn>`;
  return value < 0 ? `<mrow><mo>−</mo>${digits}</mrow>` : digits;
}
