/** A dialog of one's own documents: kept in this browser, saved as files, opened again. It opens when it is put into the page. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { documentToFile, type ShownDocument } from '../../state/document-file.ts';
import { Gallery, type KeptDocument } from '../../state/gallery.ts';
import { saveFile } from '../export/save-file.ts';
import { controlStyle } from '../style/controls.ts';
import { dialogStyle } from '../style/dialog.ts';
import { sceneTitle } from '../wording/scene-text.ts';
import type { CardCommand } from './document-card.ts';
import './document-card.ts';
import { documentDatabase } from './document-database.ts';
import { documentsSheetStyle } from './documents-sheet-style.ts';
import { openFiles, type OpenedFile, type TakenDocument } from './open-file.ts';

declare global {
  interface HTMLElementEventMap {
    'document-taken': CustomEvent<OpenedFile>;
    'documents-closed': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-documents-sheet': DocumentsSheetElement;
  }
}

/** The gallery of a visit: it outlives the dialog, as what this browser does not keep is in it alone. */
export function createGallery(onFailure: () => void, shelf = documentDatabase()): Gallery {
  return new Gallery(shelf, onFailure);
}

@customElement('corr2d-documents-sheet')
export class DocumentsSheetElement extends LitElement {
  static override styles = [controlStyle, dialogStyle, documentsSheetStyle];

  /** What is on the page, to be kept or saved. */
  @property({ attribute: false }) present: ShownDocument | null = null;
  @property({ attribute: false }) gallery: Gallery | null = null;
  /** Says loudly that the browser keeps nothing; else it only stands where it is said how documents are kept. */
  @property({ type: Boolean }) alerts = false;
  @state() private documents: readonly KeptDocument[] | null = null;
  @state() private fault: (() => string) | null = null;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input[type=file]') private readonly picker!: HTMLInputElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override firstUpdated(): void {
    this.dialog.showModal();
    void this.change((gallery) => gallery.load());
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.onClosed} @drop=${this.onDrop}>
      <div class="head">
        <h2 id="title">${msg('My documents')}</h2>
        <button type="button" @click=${this.close}>${msg('Close')}</button>
      </div>
      ${this.renderKeeping()}
      <div class="actions">
        <button type="button" class="primary" @click=${this.onKeep}>
          ${msg('Keep what is on the page')}
        </button>
        <button type="button" @click=${this.onSave}>${msg('Save it as a file')}</button>
        <button
          type="button"
          @click=${() => {
            this.picker.click();
          }}
        >
          ${msg('Open a file…')}
        </button>
        <input
          type="file"
          accept=".json,application/json"
          hidden
          aria-label=${msg('File')}
          @change=${this.onFile}
        />
      </div>
      <div role="status">${this.renderDeleted()}</div>
      ${this.renderFault()} ${this.renderDocuments()}
    </dialog>`;
  }

  private renderKeeping(): TemplateResult {
    if (this.gallery?.isKept ?? true) {
      return html`<p class="hint">
        ${msg('They are kept in this browser only. A file or a link takes one elsewhere; a file can be dropped on the page as well.')}
      </p>`;
    }
    const text = msg(
      'This browser keeps nothing for the page now: it is full, or does not allow it. What is here is gone when the page is closed; save it as a file.',
    );
    return this.alerts
      ? html`<p class="told fault" role="alert">${text}</p>`
      : html`<p class="hint">${text}</p>`;
  }

  private renderDeleted(): TemplateResult | typeof nothing {
    const deleted = this.gallery?.lastDeleted;
    if (!deleted) return nothing;
    const { id, name } = deleted;
    return html`<div class="told">
      <p>${msg(str`“${name}” was deleted.`)}</p>
      <button type="button" class="undo" @click=${() => this.onUndo(id)}>${msg('Undo')}</button>
    </div>`;
  }

  private renderFault(): TemplateResult | typeof nothing {
    return this.fault ? html`<p class="told fault" role="alert">${this.fault()}</p>` : nothing;
  }

  private renderDocuments(): TemplateResult | typeof nothing {
    const { documents } = this;
    if (!documents) return nothing;
    if (documents.length === 0) return html`<p>${msg('Nothing is kept yet.')}</p>`;
    return html`<ul>
      ${repeat(
        documents,
        ({ id }) => id,
        (kept) =>
          html`<li>
            <corr2d-document-card
              .kept=${kept}
              @card-asked=${({ detail }: CustomEvent<CardCommand>) => {
                this.onCommand(kept, detail);
              }}
              @card-renamed=${({ detail }: CustomEvent<string>) =>
                this.change((gallery) => gallery.rename(kept.id, detail))}
            ></corr2d-document-card>
          </li>`,
      )}
    </ul>`;
  }

  private onCommand(kept: KeptDocument, command: CardCommand): void {
    if (command === 'open' && kept.shown) this.take({ shown: kept.shown, name: kept.name });
    if (command === 'duplicate') {
      void this.change((gallery) => gallery.duplicate(kept.id, (name) => msg(str`Copy of ${name}`)));
    }
    if (command === 'delete') void this.onDelete(kept.id);
  }

  /** The button that was pressed is gone: the way back gets the focus. */
  private async onDelete(id: string): Promise<void> {
    const done = this.change((gallery) => gallery.delete(id));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
    await done;
  }

  private async onUndo(id: string): Promise<void> {
    const done = this.change((gallery) => gallery.restore());
    await this.updateComplete;
    const back = this.documents?.findIndex((kept) => kept.id === id) ?? -1;
    this.renderRoot.querySelectorAll('corr2d-document-card')[back]?.focus();
    await done;
  }

  private onKeep(): void {
    const { present } = this;
    if (present) void this.change((gallery) => gallery.keep(present, sceneTitle(present.scene)));
  }

  private onSave(): void {
    if (!this.present) return;
    const file = new Blob([documentToFile(this.present)], { type: 'application/json' });
    saveFile(file, `corr2d-${this.present.scene}.json`);
  }

  private async onFile(): Promise<void> {
    const files = [...(this.picker.files ?? [])];
    // The same file, mended, can be chosen again.
    this.picker.value = '';
    await this.open(files);
  }

  /** Where the page would tell of it, the dialog would hide it. */
  private async onDrop(event: DragEvent): Promise<void> {
    event.preventDefault();
    await this.open([...(event.dataTransfer?.files ?? [])]);
  }

  private async open(files: readonly File[]): Promise<void> {
    const opened = await openFiles(files);
    if (!opened) return;
    if (typeof opened === 'function') this.fault = opened;
    else this.take(opened);
  }

  private take(taken: TakenDocument): void {
    this.dispatchEvent(new CustomEvent('document-taken', { detail: taken, bubbles: true, composed: true }));
    this.close();
  }

  private async change(work: (gallery: Gallery) => Promise<void>): Promise<void> {
    const { gallery } = this;
    if (!gallery) return;
    const done = work(gallery);
    // What was done is shown at once, and again when it is written.
    if (this.documents) this.documents = gallery.documents;
    await done;
    this.documents = gallery.documents;
  }

  private close(): void {
    this.dialog.close();
  }

  private onClosed(): void {
    this.dispatchEvent(new CustomEvent('documents-closed', { detail: null }));
  }
}
