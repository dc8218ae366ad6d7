/** The formulas of the lesson in MathML; what stands for a term has its colour, and lights up what it names. */
import { html, mathml, type TemplateResult } from 'lit';

export interface SizeNumbers {
  readonly image: number;
  /** Rows of padding above and below together. */
  readonly around: number;
  /** Rows that the dilated kernel spans. */
  readonly window: number;
  readonly stride: number;
}

/** ⌊(h + p − k) / s⌋ + 1, and what it comes to (Dumoulin & Visin 2016, relationship 6). */
export function sizeFormula({ image, around, window, stride }: SizeNumbers): TemplateResult {
  const output = Math.floor((image + around - window) / stride) + 1;
  return html`<math display="block"
    ><mo>⌊</mo
    ><mfrac
      ><mrow
        ><mn class="image" data-names="image">${image}</mn><mo>+</mo><mn data-names="padding">${around}</mn
        ><mo>−</mo><mn class="kernel" data-names="kernel">${window}</mn></mrow
      ><mn data-names="stride">${stride}</mn></mfrac
    ><mo>⌋</mo><mo>+</mo><mn>1</mn><mo>=</mo><mn data-names="response">${output}</mn></math
  >`;
}

/** The loss, and its gradient by the chain rule: a correlation of the image with the residual. */
export function gradientFormulas(): TemplateResult {
  const residual = mathml`<mrow data-names="residual"
    ><mi>Ŷ</mi>${at('i', 'j')}<mo>−</mo><mrow class="target" data-names="target"><mi>Y</mi>${at('i', 'j')}</mrow></mrow
  >`;
  return html`<math display="block">
      <mi data-names="loss">L</mi><mo>=</mo>${sumOver('i', 'j')}<msup
        ><mrow><mo stretchy="false">(</mo>${residual}<mo stretchy="false">)</mo></mrow
        ><mn>2</mn></msup
      >
    </math>
    <math display="block">
      <mfrac
        ><mrow><mo>∂</mo><mi>L</mi></mrow
        ><mrow><mo>∂</mo><mi>Ŷ</mi>${at('i', 'j')}</mrow></mfrac
      >
      <mo>=</mo><mn>2</mn><mo stretchy="false">(</mo>${residual}<mo stretchy="false">)</mo>
    </math>
    <math display="block">
      <mrow class="gradient" data-names="gradient"
        ><mfrac
          ><mrow><mo>∂</mo><mi>L</mi></mrow
          ><mrow><mo>∂</mo><mi>K</mi>${at('a', 'b')}</mrow></mfrac
        ></mrow
      >
      <mo>=</mo>${sumOver('i', 'j')}<mrow data-names="image"><mi>X</mi>${at('i + a', 'j + b')}</mrow><mo>·</mo
      ><mn>2</mn><mo stretchy="false">(</mo>${residual}<mo stretchy="false">)</mo>
    </math>`;
}

/** K ← K − η ∂L/∂K. */
export function stepFormula(): TemplateResult {
  return html`<math display="block">
    <mi class="kernel" data-names="kernel">K</mi><mo>←</mo><mi class="kernel" data-names="kernel">K</mi
    ><mo>−</mo><mi data-names="rate">η</mi
    ><mrow class="gradient" data-names="gradient"
      ><mfrac
        ><mrow><mo>∂</mo><mi>L</mi></mrow
        ><mrow><mo>∂</mo><mi>K</mi></mrow></mfrac
      ></mrow
    >
  </math>`;
}

/** The receptive field r and the jump j after layer l (Araujo, Norris & Sim 2019). */
export function fieldFormulas(): TemplateResult {
  const below = mathml`<mrow><mi>l</mi><mo>−</mo><mn>1</mn></mrow>`;
  return html`<math display="block">
      <msub><mi data-names="receptive-field">r</mi><mi>l</mi></msub
      ><mo>=</mo><msub><mi>r</mi>${below}</msub><mo>+</mo><mo stretchy="false">(</mo
      ><msub class="kernel"><mi data-names="kernel">k</mi><mi>l</mi></msub
      ><mo>−</mo><mn>1</mn><mo stretchy="false">)</mo><msub><mi>j</mi>${below}</msub>
    </math>
    <math display="block">
      <msub><mi>j</mi><mi>l</mi></msub
      ><mo>=</mo><msub><mi>j</mi>${below}</msub><msub><mi data-names="stride">s</mi><mi>l</mi></msub
      ><mo separator="true">,</mo><mspace class="gap"></mspace><msub><mi>r</mi><mn>0</mn></msub
      ><mo>=</mo><msub><mi>j</mi><mn>0</mn></msub
      ><mo>=</mo><mn>1</mn>
    </math>`;
}

function at(row: string, column: string): TemplateResult {
  return mathml`<mo stretchy="false">[</mo>${index(row)}<mo separator="true">,</mo>${index(column)}<mo stretchy="false">]</mo>`;
}

/** `i + a`: variables and the sign between them. */
function index(text: string): TemplateResult {
  const [first = '', second] = text.split(' + ');
  return second === undefined
    ? mathml`<mi>${first}</mi>`
    : mathml`<mi>${first}</mi><mo form="infix">+</mo><mi>${second}</mi>`;
}

function sumOver(row: string, column: string): TemplateResult {
  return mathml`<munder><mo>∑</mo><mrow><mi>${row}</mi><mo separator="true">,</mo><mi>${column}</mi></mrow></munder>`;
}
