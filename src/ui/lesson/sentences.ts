/** Sentences one after another: Chinese full stops bring their own space. */
import { html, type TemplateResult } from 'lit';
import { currentLocale } from '../shell/locale.ts';

export function sentences(first: TemplateResult, second: TemplateResult): TemplateResult {
  return currentLocale() === 'zh-CN' ? html`${first}${second}` : html`${first} ${second}`;
}
