/** Parts of the figure of scene 3. */
import { html, type TemplateResult } from 'lit';

export function operator(sign: string): TemplateResult {
  return html`<span class="operator" aria-hidden="true">${sign}</span>`;
}

export function caption(name: string, symbol: TemplateResult): TemplateResult {
  return html`<p class="caption"><b>${name} ${symbol}</b></p>`;
}
