/** A term in both languages, the reader's first, and what it means. */
import { html, type TemplateResult } from 'lit';
import { termMeaning } from '../wording/glossary-text.ts';
import { TERMS, type TermName } from './terms.ts';

export function renderEntry(name: TermName, chinese: boolean, isAsked = false): TemplateResult {
  const [english, other] = TERMS[name];
  const asked = isAsked ? 'asked' : '';
  return html`<dt class=${asked}>
      ${
        chinese
          ? html`${other}<span lang="en">${english}</span>`
          : html`${english}<span lang="zh-CN">${other}</span>`
      }
    </dt>
    <dd class=${asked}>${termMeaning(name)}</dd>`;
}
