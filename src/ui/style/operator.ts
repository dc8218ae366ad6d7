/** A sign between the grids of a figure; readers of the screen hear the grids' names. */
import { html, type TemplateResult } from 'lit';

export function operator(sign: string): TemplateResult {
  return html`<span class="operator" aria-hidden="true">${sign}</span>`;
}
