/** Whether an image is shown as numbers to type or as a picture to draw on; slot for the tools that draw. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    'drawing-chosen': CustomEvent<boolean>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-draw-switch': DrawSwitchElement;
  }
}

@customElement('corr2d-draw-switch')
export class DrawSwitchElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        --control-height: 2rem;
      }

      .switch {
        display: inline-flex;
        align-items: center;
      }

      .name {
        margin-inline-end: var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      button:first-of-type {
        border-radius: var(--radius) 0 0 var(--radius);
      }

      button:last-of-type {
        margin-inline-start: -1px;
        border-radius: 0 var(--radius) var(--radius) 0;
      }

      button[aria-pressed='true'] {
        position: relative;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** What is drawn on; the image where it is empty. */
  @property() name = '';
  @property({ type: Boolean }) drawing = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<div class="switch" role="group" aria-labelledby="name">
        <span id="name" class="name">${this.name === '' ? msg('Image') : this.name}</span>
        ${this.renderChoice(false, msg('Numbers'))} ${this.renderChoice(true, msg('Draw'))}
      </div>
      <slot></slot>`;
  }

  private renderChoice(drawing: boolean, label: string): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${drawing === this.drawing ? 'true' : 'false'}
      @click=${() => {
        this.dispatchEvent(new CustomEvent('drawing-chosen', { detail: drawing }));
      }}
    >
      ${label}
    </button>`;
  }
}
