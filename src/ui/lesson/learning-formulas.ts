/** The formulas of scene 3: the loss, its gradient in three lines, and the step. */
import { html, mathml, type TemplateResult } from 'lit';
import { at, element, formula, sumOver, symbol } from './symbols.ts';

/** The loss, and its gradient by the chain rule: a correlation of the image with the residual. */
export function gradientFormulas(): TemplateResult {
  return html`${formula(
    mathml`${symbol('L', 'loss')}<mo>=</mo>`,
    mathml`${sumOver('i', 'j')}<msup
        ><mrow><mo stretchy="false">(</mo>${residual()}<mo stretchy="false">)</mo></mrow><mn>2</mn></msup>`,
  )}
  ${formula(
    mathml`<mfrac
        ><mrow><mo>∂</mo>${symbol('L', 'loss')}</mrow
        ><mrow><mo>∂</mo>${element('Ŷ', 'response', ['i', 'j'])}</mrow></mfrac><mo>=</mo>`,
    mathml`<mn>2</mn><mo stretchy="false">(</mo>${residual()}<mo stretchy="false">)</mo>`,
  )}
  ${formula(
    mathml`<mrow class="gradient" data-names="gradient"><mfrac
        ><mrow><mo>∂</mo><mi>L</mi></mrow
        ><mrow><mo>∂</mo><mi>K</mi>${at('a', 'b')}</mrow></mfrac></mrow><mo>=</mo>`,
    mathml`${sumOver('i', 'j')}${element('X', 'image', ['i + a', 'j + b'])}<mo>·</mo><mn>2</mn><mo stretchy="false">(</mo>${residual()}<mo stretchy="false">)</mo>`,
  )}`;
}

/** K ← K − η ∂L/∂K. */
export function stepFormula(): TemplateResult {
  return formula(
    mathml`${symbol('K', 'kernel')}<mo>←</mo>${symbol('K', 'kernel')}<mo>−</mo>${symbol('η', 'rate')}<mrow
        class="gradient" data-names="gradient"
        ><mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>K</mi></mrow></mfrac></mrow>`,
  );
}

function residual(): TemplateResult {
  return mathml`<mrow class="residual" data-names="residual">${element('Ŷ', 'response', ['i', 'j'])}<mo>−</mo>${element('Y', 'target', ['i', 'j'])}</mrow>`;
}
