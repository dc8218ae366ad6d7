/** A word of the field as it stands in a sentence: it lights up what it names, and leads to the glossary. */
import { html, type TemplateResult } from 'lit';
import { isShown, type TermName } from './terms.ts';

export function term(name: TermName, word: string): TemplateResult {
  // Not a button: those do not break like text.
  return html`<span
    class=${isShown(name) ? 'term' : 'term told'}
    role="button"
    tabindex="0"
    data-names=${name}
    >${word}</span
  >`;
}
