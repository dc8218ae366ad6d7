/** The sum behind the current response element, to pin and to copy, and the sums that were pinned, kept up with every edit. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Plan } from '../../math/geometry.ts';
import { sumToLatex, sumToMathml, sumToText } from '../../math/sum-text.ts';
import { sumAt, type Sum } from '../../math/sum.ts';
import { MOST_PINS } from '../../state/look.ts';
import '../field/copy-button.ts';
import { tellLook } from '../field/look-event.ts';
import { tell, type CellPosition } from '../grid/cell-events.ts';
import { controlStyle } from '../style/controls.ts';
import './arithmetic.ts';

@customElement('corr2d-sum-list')
export class SumListElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .tools,
      li {
        --control-height: 1.75rem;
        --control-padding: var(--space-2);
      }

      ul {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-2);
        padding: var(--space-1) var(--space-2);
        border-left: 3px solid var(--kernel);
        background: var(--surface);
      }

      li corr2d-arithmetic {
        --text-l: var(--text-m);
        min-width: 0;
      }

      li button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  /** Row-major. */
  @property({ attribute: false }) image: readonly number[] = [];
  /** Row-major, as they are laid on. */
  @property({ attribute: false }) weights: readonly number[] = [];
  @property({ attribute: false }) position: CellPosition = { row: 0, column: 0 };
  /** Nothing is announced, because the window is playing. */
  @property({ type: Boolean }) quiet = false;

  /** Where sums are pinned. */
  @property({ attribute: false }) pins: readonly CellPosition[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { plan, position } = this;
    if (!plan) return html``;
    const sum = this.sumOf(plan, position);
    const pinned = this.pins.filter(({ row, column }) => row < plan.output[0] && column < plan.output[1]);
    return html`<div aria-live=${this.quiet ? 'off' : 'polite'}>${renderSum(sum)}</div>
      ${this.renderTools(sum, pinned)}
      ${
        pinned.length === 0
          ? nothing
          : html`<ul aria-label=${msg('Pinned sums')}>
              ${pinned.map((pin) => this.renderPinned(plan, pin))}
            </ul>`
      }`;
  }

  private renderTools(sum: Sum, pinned: readonly CellPosition[]): TemplateResult {
    const isPinned = pinned.some((pin) => samePlace(pin, sum));
    return html`<div class="tools">
      <button
        type="button"
        aria-pressed=${isPinned ? 'true' : 'false'}
        ?disabled=${!isPinned && pinned.length >= MOST_PINS}
        @click=${() => {
          this.toggle(sum);
        }}
      >
        ${isPinned ? msg('Pinned') : msg('Pin this sum')}
      </button>
      <corr2d-copy-button
        .label=${msg('Copy as text')}
        .makeText=${() => sumToText(sum)}
      ></corr2d-copy-button>
      <corr2d-copy-button .label=${msg('as LaTeX')} .makeText=${() => sumToLatex(sum)}></corr2d-copy-button>
      <corr2d-copy-button .label=${msg('as MathML')} .makeText=${() => sumToMathml(sum)}></corr2d-copy-button>
    </div>`;
  }

  private renderPinned(plan: Plan, pin: CellPosition): TemplateResult {
    return html`<li
      @pointerenter=${() => {
        tell(this, 'cell-pointed', { ...pin, grid: 'response' });
      }}
    >
      ${renderSum(this.sumOf(plan, pin))}
      <button
        type="button"
        aria-label=${msg(str`Unpin the sum at row ${pin.row + 1}, column ${pin.column + 1}`)}
        @click=${() => {
          this.toggle(pin);
        }}
      >
        ×
      </button>
    </li>`;
  }

  private sumOf(plan: Plan, { row, column }: CellPosition): Sum {
    return sumAt(plan, this.image, this.weights, row, column);
  }

  private toggle({ row, column }: CellPosition): void {
    const others = this.pins.filter((pin) => !samePlace(pin, { row, column }));
    const pins = others.length < this.pins.length ? others : [...this.pins, { row, column }];
    tellLook(this, { pins });
  }
}

function renderSum(sum: Sum): TemplateResult {
  return html`<corr2d-arithmetic .sum=${sum}></corr2d-arithmetic>`;
}

function samePlace(left: CellPosition, right: CellPosition): boolean {
  return left.row === right.row && left.column === right.column;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-sum-list': SumListElement;
  }
}
