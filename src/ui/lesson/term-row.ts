/** The terms of a card, each with its way into the glossary. */
import { html, type TemplateResult } from 'lit';
import { currentLocale } from '../shell/locale.ts';
import './glossary-term.ts';
import { TERMS, type TermName } from './terms.ts';

export function renderTerms(names: readonly TermName[]): TemplateResult {
  const language = currentLocale() === 'zh-CN' ? 1 : 0;
  return html`<p class="terms">
    ${names.map(
      (name, i) =>
        html`${i > 0 ? ' · ' : ''}<corr2d-glossary-term name=${name}
            >${TERMS[name][language]}</corr2d-glossary-term
          >`,
    )}
  </p>`;
}
