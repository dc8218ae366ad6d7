/** The geometry of scene 1, drawn and typed: what is pulled or entered becomes an edit. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { CorrelationPart } from '../../state/document.ts';
import type { Store } from '../../state/store.ts';
import '../correlation/geometry-drawing.ts';
import '../correlation/geometry-editor.ts';
import type { GeometryEntered } from '../correlation/geometry-editor.ts';
import { renderTerms } from '../lesson/term-row.ts';
import type { Faults } from './faults.ts';
import { editGeometry } from './geometry-edit.ts';

/** `output` is the response's rows and columns. */
export function renderGeometryCard(
  store: Store,
  faults: Faults,
  correlation: CorrelationPart,
  output: readonly [number, number],
): TemplateResult {
  const enter = ({ field, text }: GeometryEntered, merge?: { readonly merge: string }): void => {
    const edit = () => editGeometry(store, correlation, field, text, merge);
    if (!faults.attempt(`geometry:${field}`, edit)) return;
    if (field.startsWith('image')) faults.clearGroup('image');
    if (field.startsWith('kernel')) faults.clearGroup('kernel');
  };
  return html`<div class="card geometry">
    <div>
      <corr2d-geometry-drawing
        .correlation=${correlation}
        .output=${output}
        @geometry-dragged=${({ detail }: CustomEvent<GeometryEntered>) => {
          enter(detail, { merge: detail.field });
        }}
        @geometry-settled=${() => {
          store.endMerge();
          // Where a drag went too far, the last value that fits stands, and nothing is left to mend.
          faults.clearGroup('geometry');
        }}
      ></corr2d-geometry-drawing>
      <p class="note">
        ${msg('Pull the bars for padding, the arrows for stride, the squares for dilation. The dashed frames are the next windows.')}
      </p>
      ${renderTerms(['padding', 'stride', 'dilation'])}
    </div>
    <corr2d-geometry-editor
      .correlation=${correlation}
      .output=${output}
      .faults=${faults.texts('geometry')}
      @geometry-entered=${({ detail }: CustomEvent<GeometryEntered>) => {
        enter(detail);
      }}
    ></corr2d-geometry-editor>
  </div>`;
}
