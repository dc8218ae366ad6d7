/** Messages about what happened, newest last; each names the way out and can be put away. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

export interface Notice {
  readonly id: string;
  readonly kind: 'info' | 'problem';
  /** Called at each render, so that a change of language reaches notices already shown. */
  readonly text: () => string;
  readonly action?: { readonly label: () => string; readonly run: () => void };
}

declare global {
  interface HTMLElementEventMap {
    'notice-dismissed': CustomEvent<string>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-notice-list': NoticeListElement;
  }
}

@customElement('corr2d-notice-list')
export class NoticeListElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      :host([hidden]) {
        display: none;
      }

      [role='region'] {
        display: grid;
        gap: var(--space-2);
      }

      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding: var(--space-2) var(--space-3);
        border: var(--line) solid var(--rule);
        border-left: 4px solid var(--kernel);
        border-radius: var(--radius);
        background: var(--surface);
      }

      .problem {
        border-left-color: var(--fault);
      }

      p {
        flex: 1 1 16rem;
        margin: 0;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) notices: readonly Notice[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<div role="region" aria-live="polite" aria-label=${msg('Messages')}>
      ${this.notices.map(this.renderNotice)}
    </div>`;
  }

  private readonly renderNotice = (notice: Notice): TemplateResult => {
    const { action } = notice;
    return html`<div class="notice ${notice.kind}">
      <p>${notice.text()}</p>
      ${
        action
          ? html`<button
              type="button"
              @click=${() => {
                // First, for what is done may be told by the same name.
                this.dismiss(notice.id);
                action.run();
              }}
            >
              ${action.label()}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="icon"
        aria-label=${msg('Dismiss')}
        title=${msg('Dismiss')}
        @click=${() => {
          this.dismiss(notice.id);
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18" /></svg>
      </button>
    </div>`;
  };

  private dismiss(id: string): void {
    this.dispatchEvent(new CustomEvent('notice-dismissed', { detail: id, bubbles: true, composed: true }));
  }
}
