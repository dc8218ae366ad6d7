/** What lies over the cells of a grid: the window's frame and, over a large grid, whose cells stay as they are, all marks. */
import { html, nothing, type TemplateResult } from 'lit';
import { cellClasses, markedCells, type Marks } from './marks.ts';
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
