/** One response element as a sum of products: `Y[0, 0] = 0×0 + 1×1 + 3×2 + 4×3 = 19`, in MathML, breaking between terms. */
import { LitElement, css, html, mathml, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { factorText, resultText, sumToText } from '../../math/sum-text.ts';
import type { Sum, Term } from '../../math/sum.ts';

/** Longer sums scroll inside their own box. */
const MOST_TERMS = 36;

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

    .long {
      max-height: 9rem;
      overflow-y: auto;
      font-size: var(--text-s);
    }

    .long:focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: 2px;
    }

    math {
      font-family: var(--math);
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

  @property({ attribute: false }) sum: Sum | null = null;

  override render(): TemplateResult {
    const { sum } = this;
    if (!sum) return html``;
    const isLong = sum.terms.length > MOST_TERMS;
    return html`<div
      class="line ${isLong ? 'long' : ''}"
      role="math"
      aria-label=${sumToText(sum)}
      tabindex=${isLong ? 0 : -1}
    >
      <math aria-hidden="true">
        <mi>Y</mi><mo stretchy="false">[</mo><mn>${sum.row}</mn><mo separator="true">,</mo
        ><mn>${sum.column}</mn><mo stretchy="false">]</mo><mo>=</mo>
      </math>
      ${sum.terms.map(renderTerm)}
      <math aria-hidden="true"><mo form="infix">=</mo></math>
      <span class="result" aria-hidden="true"
        ><math><mn>${resultText(sum)}</mn></math></span
      >
    </div>`;
  }
}

function renderTerm(term: Term, index: number): TemplateResult {
  return html`<math aria-hidden="true">
    ${index > 0 ? mathml`<mo form="infix">+</mo>` : nothing}
    <mn class=${term.inside ? '' : 'padding'}>${factorText(term.image)}</mn><mo>×</mo
    ><mn class="weight">${factorText(term.weight)}</mn>
  </math>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-arithmetic': ArithmeticElement;
  }
}
