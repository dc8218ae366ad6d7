/** A direction in the space of weights, as numbers or as a small picture. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../../math/format.ts';
import type { GridSize } from '../../state/document.ts';

/** Of the picture of a direction. */
const CELL_PX = 9;

/** Two numbers as they are; more as a small picture of the kernel, its signs told apart by colour and by a dot. */
export function renderVector(vector: readonly number[], size: GridSize): TemplateResult {
  const { columns } = size;
  const text = `(${vector.map((v) => formatNumber(Number(v.toFixed(2)), 2)).join(', ')})`;
  if (vector.length <= 2) return html`${text}`;
  // A bias comes after the kernel, in a row of its own.
  const rows = Math.ceil(vector.length / columns);
  const most = Math.max(...vector.map(Math.abs));
  return html`<svg
    class="vector"
    role="img"
    aria-label=${text}
    viewBox="0 0 ${columns} ${rows}"
    style=${styleMap({ width: `${String(columns * CELL_PX)}px`, height: `${String(rows * CELL_PX)}px` })}
  >
    <title>${text}</title>
    ${vector.map((v, i) => {
      const [x, y] = [i % columns, Math.floor(i / columns)];
      return svg`<rect class=${v < 0 ? 'minus' : 'plus'} x=${x} y=${y} width="1" height="1" fill-opacity=${(Math.abs(v) / most).toFixed(2)} />
        ${v < 0 && -v > most / 8 ? svg`<circle cx=${x + 0.5} cy=${y + 0.5} r="0.16" />` : nothing}`;
    })}
  </svg>`;
}
