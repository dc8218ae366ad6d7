/** One response element as a sum of products: `Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19`, in MathML, breaking between terms. */
import { LitElement, css, html, mathml, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';

export interface Term {
  readonly image: number;
  readonly weight: number;
  /** False for a cell of the padding. */
  readonly inside: boolean;
}

@customElement('corr2d-arithmetic')
export class ArithmeticElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.15rem 0.3rem;
      font-size: var(--text-l);
    }

    .weight {
      color: var(--kernel-ink);
    }

    .padding {
      color: var(--ink-soft);
    }

    .result {
      padding: 0 0.35em;
      border-radius: 3px;
      background: var(--kernel-tint);
      font-weight: 700;
    }
  `;

  @property({ type: Number }) row = 0;
  @property({ type: Number }) column = 0;
  @property({ attribute: false }) terms: readonly Term[] = [];
  @property({ type: Number }) result = 0;

  override render(): TemplateResult {
    return html`<div class="line" role="math" aria-label=${this.spoken()}>
      <math aria-hidden="true">
        <mi>Y</mi><mo stretchy="false">[</mo><mn>${this.row}</mn><mo separator="true">,</mo
        ><mn>${this.column}</mn><mo stretchy="false">]</mo><mo>=</mo>
      </math>
      ${this.terms.map(renderTerm)}
      <math aria-hidden="true"><mo form="infix">=</mo></math>
      <span class="result" aria-hidden="true"
        ><math><mn>${formatNumber(this.result, 4)}</mn></math></span
      >
    </div>`;
  }

  private spoken(): string {
    const sum = this.terms.map((term) => `${plain(term.image)}×${plain(term.weight)}`).join(' + ');
    return `Y[${String(this.row)}, ${String(this.column)}] = ${sum} = ${formatNumber(this.result, 4)}`;
  }
}

function renderTerm(term: Term, index: number): TemplateResult {
  return html`<math aria-hidden="true">
    ${index > 0 ? mathml`<mo form="infix">+</mo>` : nothing}
    <mn class=${term.inside ? '' : 'padding'}>${plain(term.image)}</mn><mo>×</mo
    ><mn class="weight">${plain(term.weight)}</mn>
  </math>`;
}

/** Negative factors stand in brackets, as in print. */
function plain(value: number): string {
  const text = formatNumber(value, 4);
  return value < 0 ? `(${text})` : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-arithmetic': ArithmeticElement;
  }
}
