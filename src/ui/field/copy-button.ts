/** Copies a text and says so; where copying is not allowed it shows the text, selected. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

@customElement('corr2d-copy-button')
export class CopyButtonElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      p {
        margin: var(--space-2) 0 0;
        font-size: var(--text-s);
      }

      textarea {
        display: block;
        width: min(100%, 40rem);
        height: 8rem;
        margin-top: var(--space-2);
        font: var(--text-s) / 1.4 var(--mono);
        color: inherit;
        background: var(--sunken);
      }
    `,
  ];

  /** What the button says. */
  @property() label = '';
  /** Whether it is what one came for. */
  @property({ type: Boolean }) primary = false;
  @property({ attribute: false }) makeText: () => string = () => '';
  @state() private copied = false;
  /** The text that the browser would not copy. */
  @state() private refused: string | null = null;
  @query('textarea') private readonly area!: HTMLTextAreaElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<button type="button" class=${this.primary ? 'primary' : ''} @click=${this.onClick}>
        ${this.label}
      </button>
      <span role="status">${this.copied ? msg('Copied') : ''}</span>
      ${
        this.refused === null
          ? nothing
          : html`<p id="reason">${msg('The browser did not allow copying. Copy this text yourself:')}</p>
              <textarea readonly aria-labelledby="reason" .value=${this.refused}></textarea>`
      }`;
  }

  private async onClick(): Promise<void> {
    const text = this.makeText();
    try {
      await navigator.clipboard.writeText(text);
      this.copied = true;
      this.refused = null;
    } catch {
      this.copied = false;
      this.refused = text;
      await this.updateComplete;
      this.area.select();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-copy-button': CopyButtonElement;
  }
}
