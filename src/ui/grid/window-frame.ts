/** The window as one frame over the cells, so that it glides where it moves; none for a window with gaps. */
import { html, nothing, type TemplateResult } from 'lit';
import { markedCells, type Marks } from './marks.ts';
import type { Ring } from './ring.ts';

export function renderFrame(marks: Marks, [above, before]: Ring): TemplateResult | typeof nothing {
  if (![...marks.values()].includes('window')) return nothing;
  const places = markedCells(marks);
  const [y, height] = spanOf(places, 0);
  const [x, width] = spanOf(places, 1);
  if (width * height !== marks.size) return nothing;
  return html`<div
    class="frame"
    style="--y:${y + above};--x:${x + before};--high:${height};--wide:${width}"
  ></div>`;
}

function spanOf(
  places: readonly (readonly [number, number])[],
  axis: 0 | 1,
): readonly [first: number, length: number] {
  const along = places.map((place) => place[axis]);
  const first = Math.min(...along);
  return [first, Math.max(...along) - first + 1];
}
