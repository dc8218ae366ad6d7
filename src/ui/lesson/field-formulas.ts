/** The formulas of scene 4: the receptive field r and the jump j after layer l (Araujo, Norris & Sim 2019). */
import { html, mathml, type TemplateResult } from 'lit';
import { formula } from './symbols.ts';
import type { TermName } from './terms.ts';

export function fieldFormulas(): TemplateResult {
  const below = mathml`<mrow><mi>l</mi><mo>−</mo><mn>1</mn></mrow>`;
  const here = mathml`<mi>l</mi>`;
  const first = mathml`<mn>0</mn>`;
  const of = (letter: string, names: TermName, layer: TemplateResult): TemplateResult =>
    mathml`<msub class=${names} data-names=${names}><mi>${letter}</mi>${layer}</msub>`;
  return html`${formula(
    mathml`${of('r', 'receptive-field', here)}<mo>=</mo>`,
    mathml`${of('r', 'receptive-field', below)}<mo>+</mo><mo stretchy="false">(</mo
      >${of('k', 'kernel', here)}<mo>−</mo><mn>1</mn><mo stretchy="false">)</mo>${of('j', 'jump', below)}`,
  )}
  ${formula(
    mathml`${of('j', 'jump', here)}<mo>=</mo>${of('j', 'jump', below)}${of('s', 'stride', here)}<mo separator="true">,</mo>`,
    mathml`${of('r', 'receptive-field', first)}<mo>=</mo>${of('j', 'jump', first)}<mo>=</mo><mn>1</mn>`,
  )}`;
}
