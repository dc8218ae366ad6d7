/** The formulas of scenes 1 and 2: the operation, the size of what it gives, and a pair of weights. */
import { mathml, type TemplateResult } from 'lit';
import { formatNumber } from '../../math/format.ts';
import { dilatedLength } from '../../math/geometry.ts';
import { element, formula, number, sumOver, symbol } from './symbols.ts';

/** Y[i, j] = Σ X[i + a, j + b] · K[a, b]; its three letters can be pointed at by keyboard, too. */
export function correlationFormula(): TemplateResult {
  return formula(
    mathml`${element('Y', 'response', ['i', 'j'], true)}<mo>=</mo>`,
    mathml`${sumOver('a', 'b')}${element('X', 'image', ['i + a', 'j + b'], true)}<mo>·</mo>${element('K', 'kernel', ['a', 'b'], true)}`,
  );
}

/** What the size along one axis follows from. */
export interface AxisNumbers {
  /** `h` for rows, `w` for columns. */
  readonly letter: string;
  readonly image: number;
  readonly before: number;
  readonly after: number;
  readonly kernel: number;
  readonly dilation: number;
  readonly stride: number;
}

/** ⌊(h + p + p′ − d (k − 1) − 1) / s⌋ + 1 in letters (Dumoulin & Visin 2016, with dilation). */
export function sizeFormula(): TemplateResult {
  return formula(
    mathml`<msup class="response" data-names="response"><mi>h</mi><mo>′</mo></msup><mo>=</mo>`,
    mathml`<mrow><mo>⌊</mo><mfrac><mrow
        >${symbol('h', 'image')}<mo>+</mo><msub class="padding" data-names="padding"><mi>p</mi><mn>1</mn></msub
        ><mo>+</mo><msub class="padding" data-names="padding"><mi>p</mi><mn>2</mn></msub><mo>−</mo
        >${symbol('d', 'dilation')}<mo>·</mo><mo stretchy="false">(</mo>${symbol('k', 'kernel')}<mo>−</mo><mn>1</mn
        ><mo stretchy="false">)</mo><mo>−</mo><mn>1</mn></mrow>${symbol('s', 'stride')}</mfrac><mo>⌋</mo></mrow><mo>+</mo
      ><mn>1</mn>`,
  );
}

/** The same with numbers, and what it comes to. */
export function filledSize(axis: AxisNumbers): TemplateResult {
  const { letter, image, before, after, kernel, dilation, stride } = axis;
  const output = Math.floor((image + before + after - dilatedLength(kernel, dilation)) / stride) + 1;
  return formula(
    mathml`<msup class="response" data-names="response"><mi>${letter}</mi><mo>′</mo></msup><mo>=</mo>`,
    mathml`<mrow><mo>⌊</mo><mfrac><mrow
        >${number(image, 'image')}<mo>+</mo>${number(before, 'padding')}<mo>+</mo>${number(after, 'padding')}<mo>−</mo
        >${number(dilation, 'dilation')}<mo>·</mo><mo stretchy="false">(</mo>${number(kernel, 'kernel')}<mo>−</mo><mn>1</mn
        ><mo stretchy="false">)</mo><mo>−</mo><mn>1</mn></mrow>${number(stride, 'stride')}</mfrac><mo>⌋</mo></mrow><mo>+</mo
      ><mn>1</mn>`,
    mathml`<mo form="infix">=</mo>${number(output, 'response')}`,
  );
}

/** Y[i, j] = 1 · X[i, j] − 1 · X[i, j + 1]: what two weights side by side make of neighbours. */
export function pairFormula(left: number, right: number): TemplateResult {
  const sign = right < 0 ? '−' : '+';
  return formula(
    mathml`${element('Y', 'response', ['i', 'j'])}<mo>=</mo>`,
    mathml`<mn class="kernel" data-names="kernel">${formatNumber(left, 4)}</mn><mo>·</mo>${element('X', 'image', ['i', 'j'])}<mo form="infix">${sign}</mo
      ><mn class="kernel" data-names="kernel">${formatNumber(Math.abs(right), 4)}</mn><mo>·</mo>${element('X', 'image', ['i', 'j + 1'])}`,
  );
}
