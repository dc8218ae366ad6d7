/** Enlarges cells that are too small to be hit; the figure scrolls then. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    'zoom-chosen': CustomEvent<boolean>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-cell-zoom': CellZoomElement;
  }
}

@customElement('corr2d-cell-zoom')
export class CellZoomElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
        color: var(--ink-soft);
        font-size: var(--text-s);
        cursor: pointer;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Boolean }) enlarged = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<label>
      <input type="checkbox" .checked=${this.enlarged} @change=${this.onChange} />
      ${msg('Large cells, to be scrolled')}
    </label>`;
  }

  private onChange({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.dispatchEvent(new CustomEvent('zoom-chosen', { detail: target.checked }));
  }
}
