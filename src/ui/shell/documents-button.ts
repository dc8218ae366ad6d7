/** Opens one's own documents, which load when they are first opened; takes files that are dropped on the page. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShownDocument } from '../../state/document-file.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';
import { watchFileDrops } from './file-drop.ts';

@customElement('corr2d-documents-button')
export class DocumentsButtonElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      button {
        border-color: transparent;
        background: transparent;
      }

      p[role='alert'] {
        position: absolute;
        padding: var(--space-3);
        border: 1px solid var(--rule);
        background: var(--surface);
      }

      @media (max-width: 30rem) {
        button.icon {
          width: 2rem;
        }
      }

      @media (max-width: 22rem) {
        button.icon {
          width: 1.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) present: () => ShownDocument | null = () => null;
  @state() private isOpen = false;
  @query('button') private readonly button!: HTMLButtonElement;
  private readonly sheet = new OnDemand(this, () => import('../documents/documents-sheet.ts'));

  private endDrops: (() => void) | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.endDrops = watchFileDrops((file) => void this.open(file));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endDrops?.();
  }

  override render(): TemplateResult {
    const label = msg('My documents');
    return html`<button
        type="button"
        class="icon"
        aria-label=${label}
        title=${label}
        @click=${() => {
          this.isOpen = true;
          this.sheet.want();
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3.5 18.5v-12h6l2 2.5h9v9.5z" /></svg></button
      >${this.isOpen ? this.renderSheet() : nothing}`;
  }

  private async open(file: File): Promise<void> {
    const { openFile } = await import('../documents/open-file.ts');
    const detail = await openFile(file);
    this.dispatchEvent(new CustomEvent('document-taken', { detail, bubbles: true, composed: true }));
  }

  private renderSheet(): TemplateResult | typeof nothing {
    return this.sheet.show(
      () =>
        html`<corr2d-documents-sheet
          .present=${this.present()}
          @documents-closed=${() => {
            this.isOpen = false;
            this.button.focus();
          }}
        ></corr2d-documents-sheet>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-documents-button': DocumentsButtonElement;
  }
}
