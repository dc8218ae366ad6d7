/** Opens one's own documents, which load when they are first opened; takes files that are dropped on the page. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShownDocument } from '../../state/document-file.ts';
import type { Gallery } from '../../state/gallery.ts';
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
        border: var(--line) solid var(--rule);
        background: var(--surface);
      }

      .drop {
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 0;
        border: 3px dashed var(--kernel-ink);
        border-radius: var(--radius);
        background: color-mix(in srgb, var(--surface) 85%, transparent);
        color: var(--ink);
        font: 600 var(--text-l) / 1.3 var(--sans);
        pointer-events: none;
      }

      .drop:popover-open {
        display: grid;
        place-items: center;
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
  @state() private isOver = false;
  /** The reader is told by the dialog, once, that the browser keeps nothing. */
  @state() private alerts = false;
  @query('button') private readonly button!: HTMLButtonElement;
  @query('.drop') private readonly drop!: HTMLElement;
  private gallery: Gallery | null = null;
  private readonly sheet = new OnDemand(this, async () => {
    const { createGallery } = await import('../documents/documents-sheet.ts');
    this.gallery ??= createGallery(this.onStorageFailed);
  });

  private endDrops: (() => void) | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.endDrops = watchFileDrops({
      take: (files) => void this.open(files),
      hover: (isOver) => {
        this.isOver = isOver;
      },
    });
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
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3.5 18.5v-12h6l2 2.5h9v9.5z" /></svg>
      </button>
      <div class="drop" popover="manual">${msg('Drop the file here to open it')}</div>
      ${this.isOpen ? this.renderSheet() : nothing}`;
  }

  override updated(): void {
    // Above all else, a dialog too.
    if (this.isOver !== this.drop.matches(':popover-open')) this.drop.togglePopover(this.isOver);
  }

  private async open(files: readonly File[]): Promise<void> {
    const { openFiles } = await import('../documents/open-file.ts');
    const detail = await openFiles(files);
    if (!detail) return;
    this.dispatchEvent(new CustomEvent('document-taken', { detail, bubbles: true, composed: true }));
  }

  private readonly onStorageFailed = (): void => {
    this.alerts = this.dispatchEvent(
      new CustomEvent('storage-failed', { detail: null, bubbles: true, composed: true, cancelable: true }),
    );
  };

  private renderSheet(): TemplateResult | typeof nothing {
    return this.sheet.show(
      () =>
        html`<corr2d-documents-sheet
          .present=${this.present()}
          .gallery=${this.gallery}
          ?alerts=${this.alerts}
          @documents-closed=${() => {
            this.isOpen = false;
            this.alerts = false;
            this.button.focus();
          }}
        ></corr2d-documents-sheet>`,
    );
  }
}

declare global {
  interface HTMLElementEventMap {
    /** The browser keeps nothing. Prevented, the reader knows of it already. */
    'storage-failed': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-documents-button': DocumentsButtonElement;
  }
}
