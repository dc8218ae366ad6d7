/** Every key of the page on one sheet, opened by `?` or by its button. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';
import type { renderShortcuts } from './shortcut-groups.ts';

@customElement('corr2d-shortcut-sheet')
export class ShortcutSheetElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        box-sizing: border-box;
        max-width: var(--page-width);
        margin: 0 auto;
        padding: 0 var(--space-5) var(--space-6);
      }

      @media (max-width: 40rem) {
        :host {
          padding-inline: var(--space-4);
        }
      }

      dialog {
        width: min(54rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: var(--space-5);
        border: var(--line) solid var(--rule-strong);
        border-radius: calc(var(--radius) * 2);
        background: var(--surface);
        color: var(--ink);
        overflow: auto;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
      }

      h2 {
        margin: 0;
        font: 600 var(--text-l) / 1.3 var(--serif);
      }

      h3 {
        margin: 0 0 var(--space-2);
        font: 600 var(--text-m) / 1.4 var(--sans);
      }

      dl {
        display: grid;
        grid-template-columns: min(9.5rem, 42%) 1fr;
        gap: var(--space-1) var(--space-4);
        margin: 0;
      }

      dt {
        font: var(--text-s) / 1.6 var(--mono);
      }

      dd {
        margin: 0;
      }

      .groups {
        columns: 2 21rem;
        margin-top: var(--space-4);
        column-gap: var(--space-5);
      }

      section {
        break-inside: avoid;
        padding-bottom: var(--space-4);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  private renderShortcuts: typeof renderShortcuts | null = null;
  private readonly shortcuts = new OnDemand(this, async () => {
    this.renderShortcuts = (await import('./shortcut-groups.ts')).renderShortcuts;
  });

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKeyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKeyDown);
  }

  override render(): TemplateResult {
    return html`<button type="button" aria-keyshortcuts="?" @click=${this.open}>${msg('Keys')} (?)</button>
      <dialog aria-labelledby="title">
        <div class="head">
          <h2 id="title">${msg('Keys')}</h2>
          <button type="button" @click=${this.close}>${msg('Close')}</button>
        </div>
        <div class="groups">${this.shortcuts.show(() => this.renderShortcuts?.() ?? html``)}</div>
      </dialog>`;
  }

  override firstUpdated(): void {
    // Beside the sheet; by keyboard it is Escape.
    this.dialog.addEventListener('click', ({ target }) => {
      if (target === this.dialog) this.close();
    });
  }

  private open(): void {
    this.shortcuts.want();
    this.dialog.showModal();
  }

  private close(): void {
    this.dialog.close();
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event)) return;
    event.preventDefault();
    if (this.dialog.open) this.close();
    else this.open();
  };
}

function isTypedInto(event: Event): boolean {
  const [field] = event.composedPath();
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(field.type);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-shortcut-sheet': ShortcutSheetElement;
  }
}
