/** What PyTorch's program prints, line by line: `epoch 2, loss 9.470`, and the kernel at the end. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatFixed } from '../../math/format.ts';
import type { NumberGrid } from '../../state/document.ts';

/** Lines shown at most; the older ones scroll away in long runs. */
const LONGEST_LOG = 200;

export interface LogLine {
  readonly epoch: number;
  readonly loss: number;
}

@customElement('corr2d-training-log')
export class TrainingLogElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }

    ol {
      display: block;
      min-height: 8rem;
      max-height: 15rem;
      overflow: auto;
      margin: 0;
      padding: 0;
      list-style: none;
      font: var(--text-s) / 1.7 var(--mono);
      font-variant-numeric: tabular-nums;
    }

    .empty {
      color: var(--ink-soft);
      font-family: var(--sans);
    }

    .kernel {
      margin-top: var(--space-2);
      font-weight: 700;
      overflow-wrap: anywhere;
    }
  `;

  @property({ attribute: false }) lines: readonly LogLine[] = [];
  /** The learned kernel, once the run is over. */
  @property({ attribute: false }) kernel: NumberGrid | null = null;
  /** Its bias; null for a learner without one. */
  @property({ attribute: false }) bias: number | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { lines, kernel } = this;
    return html`<ol tabindex="0" aria-label=${msg('Training log')}>
      ${
        lines.length === 0 && !kernel
          ? html`<li class="empty">${msg('A line appears every second epoch, as in the tutorial.')}</li>`
          : nothing
      }
      ${lines
        .slice(-LONGEST_LOG)
        .map(({ epoch, loss }) => html`<li>epoch ${epoch}, loss ${formatFixed(loss, 3)}</li>`)}
      ${kernel ? html`<li class="kernel">${matrixText(kernel)}</li>` : nothing}
      ${kernel && this.bias !== null ? html`<li class="kernel">bias ${formatFixed(this.bias, 4)}</li>` : nothing}
    </ol>`;
  }
}

/** A kernel as PyTorch prints one: [[1.0307, −0.9488]]. */
export function matrixText({ rows, columns, values }: NumberGrid): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const line = values.slice(row * columns, (row + 1) * columns);
    return `[${line.map((value) => formatFixed(value, 4)).join(', ')}]`;
  });
  return `[${lines.join(', ')}]`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-training-log': TrainingLogElement;
  }
}
