/** Parts of the figure of scene 3. */
import { html, type TemplateResult } from 'lit';

export function caption(name: string, symbol: TemplateResult): TemplateResult {
  return html`<p class="caption"><b>${name} ${symbol}</b></p>`;
}
