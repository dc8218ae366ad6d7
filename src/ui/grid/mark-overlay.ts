/** What lies over the cells of a grid: the window's frame and, over a large grid, whose cells stay as they are, all marks. */
import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { cellClasses, markedCells, type Marks } from './marks.ts';
import type { Area } from './paint-image.ts';
import type { Ring } from './ring.ts';
import { renderFrame } from './window-frame.ts';

export function renderOverlay(marks: Marks, ring: Ring, isPictured: boolean): TemplateResult {
  return html`${isPictured ? renderMarks(marks, ring) : nothing} ${renderFrame(marks, ring)}`;
}

function renderMarks(marks: Marks, [above, before]: Ring): TemplateResult[] {
  return markedCells(marks).map(([row, column]) => {
    const place = `--y:${String(row + above)};--x:${String(column + before)}`;
    return html`<div class="${cellClasses(marks, row, column)} filled over" style=${place}></div>`;
  });
}

/** What is selected of a picture. */
export function renderSelection(
  selection: Area | null,
  [above, before]: Ring,
): TemplateResult | typeof nothing {
  if (!selection) return nothing;
  const cells = (count: number): string => `calc(${String(count)} * var(--cell, 2.5rem))`;
  return html`<div
    class="selection"
    style=${styleMap({
      top: cells(selection.row + above),
      left: cells(selection.column + before),
      width: cells(selection.columns),
      height: cells(selection.rows),
    })}
  ></div>`;
}
