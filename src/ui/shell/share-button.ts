/** Copies the link to what is on the page, and opens the dialog that says so and offers the rest; it loads when it is first opened. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShownDocument } from '../../state/document-file.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';

@customElement('corr2d-share-button')
export class ShareButtonElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      p[role='alert'] {
        position: absolute;
        right: var(--space-4);
        padding: var(--space-3);
        border: var(--line) solid var(--rule);
        background: var(--surface);
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
  @property({ attribute: false }) present: () => ShownDocument | null = () => null;

  @state() private isOpen = false;
  @state() private link = '';
  @state() private copied: boolean | null = null;
  @query('button') private readonly button!: HTMLButtonElement;
  private readonly dialog = new OnDemand(this, () => import('../share/share-dialog.ts'));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const label = msg('Share');
    return html`<button
        type="button"
        class="primary share"
        aria-label=${label}
        title=${label}
        @click=${this.onClick}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path
            d="M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.2-1.2"
          />
        </svg>
        <span class="word">${label}</span></button
      >${this.isOpen ? this.renderDialog() : nothing}`;
  }

  private renderDialog(): TemplateResult | typeof nothing {
    return this.dialog.show(
      () =>
        html`<corr2d-share-dialog
          .shown=${this.present()}
          .link=${this.link}
          .copied=${this.copied}
          @link-copy-asked=${this.copy}
          @share-closed=${() => {
            this.isOpen = false;
            this.button.focus();
          }}
        ></corr2d-share-dialog>`,
    );
  }

  private async onClick(): Promise<void> {
    this.link = '';
    this.copied = null;
    this.isOpen = true;
    this.dialog.want();
    this.link = await this.makeLink();
    await this.copy();
  }

  private async copy(): Promise<void> {
    this.copied = null;
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = true;
    } catch {
      this.copied = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-share-button': ShareButtonElement;
  }
}
