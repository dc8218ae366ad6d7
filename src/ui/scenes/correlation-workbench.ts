/** The tools of scene 1: for its image, kernel and geometry. The scene fetches them when its figure stands. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CorrelationPart } from '../../state/document.ts';
import type { EditedKernel } from './edited-kernel.ts';
import type { EditedPicture } from './edited-picture.ts';
import { renderGeometryCard } from './geometry-card.ts';
import { renderKernelTools } from './kernel-edit.ts';
import { renderPictureTools } from './picture-edit.ts';

/** `output` is the response's rows and columns. */
function renderWorkbench(
  correlation: CorrelationPart,
  output: readonly [number, number],
  picture: EditedPicture,
  kernel: EditedKernel,
): TemplateResult {
  return html`<div class="columns editors">
      <section class="card">
        <h2>${msg('Image')}</h2>
        ${renderPictureTools(picture, nothing)}
      </section>
      <section class="card">
        <h2>${msg('Kernel')}</h2>
        ${renderKernelTools(kernel)}
      </section>
    </div>
    ${renderGeometryCard(picture.store, picture.faults, correlation, output)}`;
}

export const correlationTools = { renderWorkbench };
