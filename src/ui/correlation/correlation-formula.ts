/** The definition with this geometry filled in: Y[i, j] = Σ Σ X[2i + a − 1, j + b] · K[a, b]. */
import { LitElement, css, html, mathml, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CorrelationPart } from '../../state/document.ts';

@customElement('corr2d-correlation-formula')
export class CorrelationFormulaElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow-x: auto;
      overflow-y: hidden;
      outline: var(--lit-correlation, 0) solid var(--focus);
    }

    math {
      font-family: var(--math);
      font-size: clamp(0.8125rem, 3.4vw, var(--text-l));
    }

    .kernel {
      color: var(--kernel-ink);
    }
  `;

  @property({ attribute: false }) correlation: CorrelationPart | null = null;

  override render(): TemplateResult {
    const { correlation } = this;
    if (!correlation) return html``;
    const { kernel, stride, padding, dilation, flip } = correlation;
    return html`<math>
      <mi>Y</mi><mo stretchy="false">[</mo><mi>i</mi><mo separator="true">,</mo><mi>j</mi
      ><mo stretchy="false">]</mo><mo>=</mo>
      <munderover
        ><mo>∑</mo><mrow><mi>a</mi><mo>=</mo><mn>0</mn></mrow
        ><mn>${kernel.rows - 1}</mn></munderover
      >
      <munderover
        ><mo>∑</mo><mrow><mi>b</mi><mo>=</mo><mn>0</mn></mrow
        ><mn>${kernel.columns - 1}</mn></munderover
      >
      <mi>X</mi><mo stretchy="false">[</mo>${index('i', 'a', stride[0], dilation[0], padding[0])}<mo
        separator="true"
        >,</mo
      >${index('j', 'b', stride[1], dilation[1], padding[1])}<mo stretchy="false">]</mo><mo>·</mo>
      <mrow class="kernel"
        ><mi>K</mi><mo stretchy="false">[</mo>${kernelIndex('a', kernel.rows, flip)}<mo separator="true">,</mo
        >${kernelIndex('b', kernel.columns, flip)}<mo stretchy="false">]</mo></mrow
      >
    </math>`;
  }
}

/** `2i + 3a − 1`, without factors of one and padding of none. */
function index(
  position: string,
  tap: string,
  stride: number,
  dilation: number,
  padding: number,
): TemplateResult {
  return mathml`${times(stride, position)}<mo form="infix">+</mo>${times(dilation, tap)}${
    padding > 0 ? mathml`<mo form="infix">−</mo><mn>${padding}</mn>` : nothing
  }`;
}

/** A flipped kernel is read from its far end. */
function kernelIndex(tap: string, length: number, flip: boolean): TemplateResult {
  return flip
    ? mathml`<mn>${length - 1}</mn><mo form="infix">−</mo><mi>${tap}</mi>`
    : mathml`<mi>${tap}</mi>`;
}

function times(factor: number, variable: string): TemplateResult {
  return factor === 1 ? mathml`<mi>${variable}</mi>` : mathml`<mn>${factor}</mn><mi>${variable}</mi>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-correlation-formula': CorrelationFormulaElement;
  }
}
