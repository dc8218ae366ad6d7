/** A word of the field in a card, which leads to its entry in the glossary: `<corr2d-glossary-term name="norm">`. */
import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { OnDemand } from '../loading/on-demand.ts';
import { currentLocale } from '../shell/locale.ts';
import type { GlossarySheetElement } from './glossary-sheet.ts';
import type { TermName } from './terms.ts';

@customElement('corr2d-glossary-term')
export class GlossaryTermElement extends LitElement {
  static override styles = css`
    span {
      border-radius: 2px;
      text-decoration: underline var(--rule-strong) 1px;
      text-underline-offset: 0.2em;
      cursor: help;
    }

    span:hover {
      text-decoration-color: var(--kernel-line);
    }

    span:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }

    @media print {
      span {
        text-decoration: none;
      }
    }
  `;

  @property() name: TermName = 'kernel';
  @query('corr2d-glossary-sheet') private readonly sheet!: GlossarySheetElement | null;
  private readonly glossary = new OnDemand(this, () => import('./glossary-sheet.ts'));
  private isAsked = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<span role="button" tabindex="0" @click=${this.ask} @keydown=${this.onKeyDown}
        ><slot></slot
      ></span>
      ${this.glossary.show(
        () =>
          html`<corr2d-glossary-sheet
            .term=${this.name}
            ?chinese=${currentLocale() === 'zh-CN'}
          ></corr2d-glossary-sheet>`,
      )}`;
  }

  override updated(): void {
    if (!this.isAsked || !this.sheet) return;
    this.isAsked = false;
    void this.sheet.open();
  }

  private ask(event: Event): void {
    // In a label or a summary it is the term that was meant.
    event.preventDefault();
    this.isAsked = true;
    this.glossary.want();
    this.requestUpdate();
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.stopPropagation();
    this.ask(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-glossary-term': GlossaryTermElement;
  }
}
