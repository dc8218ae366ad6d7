/** Parts of formulas in MathML; what stands for a term has its colour, and lights up what it names. */
import { html, mathml, type TemplateResult } from 'lit';
import type { TermName } from './terms.ts';

export function symbol(letter: string, names: TermName): TemplateResult {
  return mathml`<mi class=${names} data-names=${names}>${letter}</mi>`;
}

/** `X[i + a, j + b]` as one part; the keyboard comes to it where it `stops`. */
export function element(
  letter: string,
  names: TermName,
  [row, column]: readonly [string, string],
  stops = false,
): TemplateResult {
  const parts = mathml`<mi>${letter}</mi>${at(row, column)}`;
  return stops
    ? mathml`<mrow class=${names} data-names=${names} tabindex="0">${parts}</mrow>`
    : mathml`<mrow class=${names} data-names=${names}>${parts}</mrow>`;
}

export function number(value: number, names: TermName): TemplateResult {
  return mathml`<mn class=${names} data-names=${names}>${value}</mn>`;
}

export function at(row: string, column: string): TemplateResult {
  return mathml`<mo stretchy="false">[</mo>${index(row)}<mo separator="true">,</mo>${index(column)}<mo stretchy="false">]</mo>`;
}

export function sumOver(row: string, column: string): TemplateResult {
  return mathml`<munder><mo>∑</mo><mrow><mi>${row}</mi><mo separator="true">,</mo><mi>${column}</mi></mrow></munder>`;
}

/** A formula in parts, each of which may stand on a line of its own: MathML does not break lines. */
export function formula(...parts: readonly TemplateResult[]): TemplateResult {
  return html`<div class="formula">${parts.map((part) => html`<math>${part}</math>`)}</div>`;
}

/** `i + a`: variables and the sign between them. */
function index(text: string): TemplateResult {
  const [first = '', second] = text.split(' + ');
  return second === undefined
    ? mathml`<mi>${first}</mi>`
    : mathml`<mi>${first}</mi><mo form="infix">+</mo><mi>${second}</mi>`;
}
