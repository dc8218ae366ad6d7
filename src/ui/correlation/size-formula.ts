/** The output-size formula of one axis, filled in: h′ = ⌊(3 + 0 + 0 − 2) / 1⌋ + 1 = 2 (Dumoulin & Visin 2016, with dilation). */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dilatedLength } from '../../math/geometry.ts';

export interface AxisSize {
  /** `h` or `w`, as it stands in the formula. */
  readonly symbol: string;
  readonly image: number;
  readonly before: number;
  readonly after: number;
  readonly kernel: number;
  readonly dilation: number;
  readonly stride: number;
  readonly output: number;
}

@customElement('corr2d-size-formula')
export class SizeFormulaElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      /* Fractions under one another do not touch. */
      padding-block: var(--space-1);
      overflow-x: auto;
    }

    math {
      font-family: var(--math);
      math-style: normal;
      font-size: var(--text-m);
    }

    .kernel {
      color: var(--kernel-ink);
    }
  `;

  @property({ attribute: false }) axis: AxisSize | null = null;

  override render(): TemplateResult {
    const { axis } = this;
    if (!axis) return html``;
    const window = dilatedLength(axis.kernel, axis.dilation);
    return html`<math>
      <msup><mi>${axis.symbol}</mi><mo>′</mo></msup
      ><mo>=</mo
      ><mrow
        ><mo>⌊</mo
        ><mfrac
          ><mrow
            ><mn>${axis.image}</mn><mo>+</mo><mn>${axis.before}</mn><mo>+</mo><mn>${axis.after}</mn><mo>−</mo
            ><mn class="kernel">${window}</mn></mrow
          ><mn>${axis.stride}</mn></mfrac
        ><mo>⌋</mo></mrow
      ><mo>+</mo><mn>1</mn><mo>=</mo><mn>${axis.output}</mn>
    </math>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-size-formula': SizeFormulaElement;
  }
}
