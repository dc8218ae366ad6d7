/** A word of the field in a card, which leads to its entry in the glossary: `<corr2d-glossary-term name="norm">`. */
import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { GlossaryOpener } from './glossary-opener.ts';
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
      outline: var(--ring) solid var(--focus);
      outline-offset: 2px;
    }

    @media print {
      span {
        text-decoration: none;
      }
    }
  `;

  @property() name: TermName = 'kernel';
  private readonly glossary = new GlossaryOpener(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<span role="button" tabindex="0" @click=${this.ask} @keydown=${this.onKeyDown}
        ><slot></slot
      ></span>
      ${this.glossary.render()}`;
  }

  private ask(event: Event): void {
    // In a label or a summary it is the term that was meant.
    event.preventDefault();
    this.glossary.open(this.name);
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
