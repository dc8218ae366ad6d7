/** The tools of scene 1: for its image, kernel, geometry and colours. The scene fetches them when its figure stands. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CorrelationPart } from '../../state/document.ts';
import { pasteBlock, type EditedKernel } from './edited-kernel.ts';
import type { EditedPicture } from './edited-picture.ts';
import { renderGeometryCard } from './geometry-card.ts';
import { pasteImage } from './image-edit.ts';
import { renderKernelTools } from './kernel-edit.ts';
import { renderPictureTools } from './picture-edit.ts';
import { correlationPictures } from './pictures.ts';
import { renderResponseColors } from './response-colors-edit.ts';

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

export const correlationTools = {
  renderWorkbench,
  renderResponseColors,
  correlationPictures,
  pasteBlock,
  pasteImage,
};
