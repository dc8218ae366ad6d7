/** The zoom over a figure whose cells are small otherwise. */
import { html, nothing, type TemplateResult } from 'lit';
import type {} from '../grid/cell-zoom.ts';
import { restOfTexts } from '../shell/locale.ts';
import type { FigureFit } from './figure-fit.ts';

let isWanted = false;

export function renderZoom(fit: FigureFit, columns: readonly number[]): TemplateResult | typeof nothing {
  const most = fit.mostZoom(columns);
  if (most === 1) return nothing;
  // Few images are so wide. Without the script the figure is as it was.
  if (!isWanted)
    restOfTexts()
      .then(() => import('../grid/cell-zoom.ts'))
      .catch(() => undefined);
  isWanted = true;
  return html`<corr2d-cell-zoom
    .zoom=${fit.zoom(columns)}
    .least=${fit.leastZoom(columns)}
    .most=${most}
    @zoom-chosen=${({ detail }: CustomEvent<number>) => {
      fit.zoomTo(detail);
    }}
  ></corr2d-cell-zoom>`;
}

/** In a row, stacked, or stacked and scrolled as a whole, so that image and response stay one over the other. */
export function equationClasses(fit: FigureFit, columns: readonly number[], stacked: boolean): string {
  if (!stacked) return 'equation';
  return fit.zoom(columns) > 1 ? 'equation stacked scrolled' : 'equation stacked';
}
