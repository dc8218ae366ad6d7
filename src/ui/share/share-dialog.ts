/** What is on the page as a link: copied, handed on, as a QR code, and in somebody's page. It opens when it is put into the page. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShownDocument } from '../../state/document-file.ts';
import { controlStyle } from '../style/controls.ts';
import { dialogStyle } from '../style/dialog.ts';
import { documentText, documentTitle } from '../wording/document-title.ts';
import './embed-code.ts';
import './qr-code.ts';
import { shareDialogStyle } from './share-dialog-style.ts';

declare global {
  interface HTMLElementEventMap {
    'link-copy-asked': CustomEvent<null>;
    'share-closed': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-share-dialog': ShareDialogElement;
  }
}

const TICK = svg`<path d="m5 13 4 4L19 7" />`;

@customElement('corr2d-share-dialog')
export class ShareDialogElement extends LitElement {
  static override styles = [controlStyle, dialogStyle, shareDialogStyle];

  @property({ attribute: false }) shown: ShownDocument | null = null;
  /** Empty while it is made. */
  @property() link = '';
  /** Whether the browser copied the link; null while it is not known. */
  @property({ attribute: false }) copied: boolean | null = null;
  /** The HTML, and the figure beside it, are made when they are first looked at. */
  @state() private isEmbedding = false;
  /** Only what changes in an open dialog is read out. */
  @state() private isOpen = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.primary') private readonly copyButton!: HTMLButtonElement;
  @query('#link') private readonly field!: HTMLInputElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override firstUpdated(): void {
    this.dialog.showModal();
    this.copyButton.focus();
    void this.updateComplete.then(() => {
      this.isOpen = true;
    });
    // Beside the dialog; by keyboard it is Escape.
    this.dialog.addEventListener('click', ({ target }) => {
      if (target === this.dialog) this.dialog.close();
    });
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('copied') && this.copied === false) this.field.select();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.onClosed}>
      <div class="head">
        <h2 id="title">${msg('Share')}</h2>
        <button
          type="button"
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${msg('Close')}
        </button>
      </div>
      <p class="what">${this.shown ? documentText(this.shown) : ''}</p>
      <div class="link">
        <input id="link" readonly aria-label=${msg('Link')} .value=${this.link} @focus=${this.onFocus} />
        <button type="button" class="primary" @click=${this.onCopy}>${msg('Copy link')}</button>
        ${
          'share' in navigator
            ? html`<button type="button" @click=${this.onShare}>${msg('Share with an app…')}</button>`
            : nothing
        }
      </div>
      <p class="told" role="status">${this.isOpen ? this.renderCopied() : nothing}</p>
      <div class="code">
        ${this.link === '' ? nothing : html`<corr2d-qr-code .text=${this.link}></corr2d-qr-code>`}
        <p>
          ${msg('Everything you made is in the link itself; nothing is stored elsewhere. A telephone’s camera opens it by the code.')}
        </p>
      </div>
      <details @toggle=${this.onToggle}>
        <summary>${msg('Put it into your page')}</summary>
        ${this.isEmbedding ? this.renderEmbedding() : nothing}
      </details>
    </dialog>`;
  }

  private renderCopied(): TemplateResult | typeof nothing {
    if (this.copied === null) return nothing;
    return this.copied
      ? html`<svg viewBox="0 0 24 24" aria-hidden="true">${TICK}</svg>${msg('Link copied')}`
      : html`${msg('The browser did not allow copying. Copy this link yourself:')}`;
  }

  private renderEmbedding(): TemplateResult {
    return html`<corr2d-embed-code
      .link=${this.link}
      .scene=${this.shown?.scene ?? 'correlation'}
      .frameTitle=${this.shown ? documentTitle(this.shown) : ''}
    ></corr2d-embed-code>`;
  }

  private onCopy(): void {
    this.dispatchEvent(new CustomEvent('link-copy-asked', { detail: null, bubbles: true, composed: true }));
  }

  private async onShare(): Promise<void> {
    const title = this.shown ? documentTitle(this.shown) : document.title;
    try {
      await navigator.share({ title, url: this.link });
    } catch {
      // Put away by the reader, or nothing to share with: the link stands here.
    }
  }

  private onFocus(): void {
    this.field.select();
  }

  private onToggle({ target }: Event): void {
    if (target instanceof HTMLDetailsElement && target.open) this.isEmbedding = true;
  }

  private onClosed(): void {
    this.dispatchEvent(new CustomEvent('share-closed', { detail: null, bubbles: true, composed: true }));
  }
}
