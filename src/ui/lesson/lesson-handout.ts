/** What a printed lesson ends with: its terms, explained, and the literature. Nothing of it is seen on a screen. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { renderEntry } from './glossary-entry.ts';
import { renderReferences } from './references.ts';
import type { TermName } from './terms.ts';

@customElement('corr2d-lesson-handout')
export class LessonHandoutElement extends LitElement {
  static override styles = css`
    :host {
      display: none;
    }

    @media print {
      :host {
        display: block;
      }

      h3 {
        margin: var(--space-5) 0 var(--space-2);
        font: 600 var(--text-m) / 1.4 var(--sans);
        break-after: avoid;
      }

      dl {
        margin: 0;
        columns: 2;
        column-gap: var(--space-5);
        font-size: var(--text-s);
      }

      dt {
        font-weight: 600;
        break-after: avoid;
      }

      dt span {
        margin-inline-start: var(--space-2);
        color: var(--ink-soft);
        font-weight: 400;
      }

      dd {
        margin: 0 0 var(--space-2);
        break-inside: avoid;
      }

      ul {
        margin: 0;
        padding-inline-start: 1.25rem;
        font-size: var(--text-s);
      }

      a {
        color: inherit;
      }
    }
  `;

  @property({ attribute: false }) terms: readonly TermName[] = [];
  @property({ type: Boolean }) chinese = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<h3>${msg('Glossary')}</h3>
      <dl>${this.terms.map((name) => html`${renderEntry(name, this.chinese)}`)}</dl>
      <h3>${msg('Read on')}</h3>
      ${renderReferences()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-lesson-handout': LessonHandoutElement;
  }
}
