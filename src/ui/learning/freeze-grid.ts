/** Which weights of the learner stay where they start: a button for each. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { GridSize } from '../../state/document.ts';
import { controlStyle } from '../style/controls.ts';
import { tellChosen } from './setup-events.ts';
import { weightName } from './weight-name.ts';

@customElement('corr2d-freeze-grid')
export class FreezeGridElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      .weights {
        display: grid;
        grid-template-columns: repeat(var(--columns), 1.75rem);
        gap: 2px;
        max-width: 100%;
        overflow-x: auto;
        padding: 2px;
      }

      button {
        min-height: 1.75rem;
        padding: 0;
        border-radius: 2px;
        background: var(--kernel-tint);
      }

      button[aria-pressed='true'] {
        background: var(--surface);
        border-style: dashed;
        border-color: var(--rule-strong);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) size: GridSize = { rows: 1, columns: 1 };
  /** By index, row-major. */
  @property({ attribute: false }) frozen: readonly number[] = [];
  /** Whether one weight may not be frozen: nothing would be left to learn. */
  @property({ type: Boolean }) last = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { rows, columns } = this.size;
    const frozen = new Set(this.frozen);
    return html`<div
      class="weights"
      role="group"
      aria-label=${msg('Frozen weights')}
      style=${styleMap({ '--columns': String(columns) })}
    >
      ${Array.from({ length: rows * columns }, (_, index) => this.renderWeight(index, frozen.has(index)))}
    </div>`;
  }

  private renderWeight(index: number, isFrozen: boolean): TemplateResult {
    const name = weightName(index, this.size);
    return html`<button
      type="button"
      aria-pressed=${isFrozen ? 'true' : 'false'}
      aria-label=${msg(str`${name} stays where it starts`)}
      title=${isFrozen ? msg(str`${name} is frozen`) : msg(str`${name} learns`)}
      ?disabled=${this.last && !isFrozen}
      @click=${() => {
        tellChosen(this, { of: 'freeze', index });
      }}
    >
      <span aria-hidden="true">${isFrozen ? '=' : '↕'}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-freeze-grid': FreezeGridElement;
  }
}
