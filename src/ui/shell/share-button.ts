/** Copies the link to what is on the page and says so; where copying is not allowed it shows the link, selected. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

/** How long the button says that it copied, in milliseconds. */
const PRAISE_MS = 2500;

const LINK = svg`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.2-1.2" />`;
const TICK = svg`<path d="m5 13 4 4L19 7" />`;

@customElement('corr2d-share-button')
export class ShareButtonElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      dialog {
        width: min(34rem, calc(100vw - 2rem));
        padding: var(--space-5);
        border: 1px solid var(--rule);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--surface);
        color: var(--ink);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }

      input {
        width: 100%;
        min-height: 2.25rem;
        padding: 0 var(--space-2);
        border: 1px solid var(--rule);
        border-radius: var(--radius);
        background: var(--sunken);
        font-family: var(--mono);
        font-size: var(--text-s);
      }

      label {
        display: grid;
        gap: var(--space-2);
        margin-bottom: var(--space-4);
      }

      @media (max-width: 30rem) {
        .word {
          display: none;
        }

        .share {
          width: 2.25rem;
          padding: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) makeLink: () => Promise<string> = () => Promise.resolve(location.href);

  @state() private copied = false;
  @state() private link = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('#link') private readonly field!: HTMLInputElement;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const label = this.copied ? msg('Link copied') : msg('Share');
    return html`<button
        type="button"
        class="primary share"
        aria-label=${label}
        title=${label}
        @click=${this.onClick}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">${this.copied ? TICK : LINK}</svg>
        <span class="word">${label}</span>
      </button>
      <span class="visually-hidden" role="status">${this.copied ? msg('Link copied') : ''}</span>
      <dialog aria-labelledby="word">
        <label>
          <span id="word">${msg('The browser did not allow copying. Copy this link yourself:')}</span>
          <input id="link" readonly .value=${this.link} />
        </label>
        <button type="button" @click=${this.onClose}>${msg('Close')}</button>
      </dialog>`;
  }

  private async onClick(): Promise<void> {
    this.link = await this.makeLink();
    try {
      await navigator.clipboard.writeText(this.link);
    } catch {
      this.dialog.showModal();
      await this.updateComplete;
      this.field.select();
      return;
    }
    this.copied = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.copied = false;
    }, PRAISE_MS);
  }

  private onClose(): void {
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-share-button': ShareButtonElement;
  }
}
