/** The terms of the field in both languages, what they mean, and where to read on. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';
import { renderEntry } from './glossary-entry.ts';
import { renderReferences } from './references.ts';
import { TERMS, type TermName } from './terms.ts';

@customElement('corr2d-glossary-sheet')
export class GlossarySheetElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      dialog {
        width: min(40rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0 var(--space-5) var(--space-5);
        border: var(--line) solid var(--rule-strong);
        border-radius: calc(var(--radius) * 2);
        background: var(--surface);
        color: var(--ink);
        overflow: auto;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }

      header {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
        padding: var(--space-4) 0 var(--space-3);
        background: var(--surface);
      }

      h2,
      h3 {
        margin: 0;
        font: 600 var(--text-l) / 1.3 var(--serif);
      }

      h3 {
        margin: var(--space-5) 0 var(--space-2);
      }

      dl {
        margin: 0;
      }

      dt {
        scroll-margin-top: 4rem;
        padding: var(--space-2) var(--space-2) 0;
        font-weight: 600;
      }

      dt span {
        margin-inline-start: var(--space-2);
        color: var(--ink-soft);
        font-weight: 400;
      }

      dd {
        margin: 0;
        padding: 0 var(--space-2) var(--space-2);
      }

      .asked {
        background: var(--kernel-tint);
      }

      ul {
        margin: 0;
        padding-inline-start: 1.25rem;
      }

      a {
        color: var(--kernel-ink);
      }
    `,
  ];

  /** The term that was asked for: it is shown first. */
  @property() term: TermName | '' = '';
  @property({ type: Boolean }) chinese = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <header>
        <h2 id="title">${msg('Glossary')}</h2>
        <button type="button" @click=${this.close}>${msg('Close')}</button>
      </header>
      <dl>
        ${(Object.keys(TERMS) as TermName[]).map((name) => renderEntry(name, this.chinese, name === this.term))}
      </dl>
      <h3>${msg('Read on')}</h3>
      ${renderReferences()}
    </dialog>`;
  }

  override firstUpdated(): void {
    // Beside the sheet; by keyboard it is Escape.
    this.dialog.addEventListener('click', ({ target }) => {
      if (target === this.dialog) this.close();
    });
  }

  /** Shows the sheet, at its term where it has one. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.renderRoot.querySelector('dt.asked')?.scrollIntoView({ block: 'center' });
  }

  private close(): void {
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-glossary-sheet': GlossarySheetElement;
  }
}
