/** The effective receptive field beside the theoretical one: which cells really change the middle element, and how much. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import { stackLinks } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { spanOf } from '../../math/stack/seen.ts';
import { makeScale } from '../../math/value-scale.ts';
import type { EffectiveField, EffectiveState } from '../../state/effective-field.ts';
import type { StackLayer } from '../../state/stack.ts';
import { problemText } from '../wording/problem-text.ts';
import './feature-map.ts';
import type { LitCells } from './map-drawing.ts';

/** Width of the drawing in CSS pixels. */
const WIDTH = 300;
const LARGEST_CELL = 44;

@customElement('corr2d-effective-figure')
export class EffectiveFigureElement extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-4) var(--space-5);
      align-items: center;
    }

    .text {
      flex: 1 1 16rem;
      min-width: 0;
    }

    p {
      margin: 0 0 var(--space-3);
      max-width: 42em;
      text-wrap: pretty;
    }

    .soft {
      color: var(--ink-soft);
      font-size: var(--text-s);
    }

    .pending {
      opacity: 0.6;
    }
  `;

  @property({ attribute: false }) state: EffectiveState = { status: 'idle', field: null, problem: null };
  @property({ attribute: false }) layers: readonly StackLayer[] = [];
  @property({ attribute: false }) shapes: readonly MapShape[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { field, problem, status } = this.state;
    if (problem) return html`<p>${problemText(problem)}</p>`;
    const [, rows = 0, columns = 0] = this.shapes[0] ?? [];
    if (field?.gradient.rows !== rows || field.gradient.columns !== columns)
      return html`<p class="soft">${msg('Computing…')}</p>`;
    const frame = this.theoretical();
    return html`
      <corr2d-feature-map
        class=${status === 'pending' ? 'pending' : ''}
        stop
        name="effective"
        .label=${msg('Size of the gradient of the middle element with respect to each cell of the image')}
        .map=${field.gradient}
        .scale=${makeScale(field.gradient.values, 'absolute', { kind: 'symmetric' })}
        .cell=${Math.max(3, Math.min(LARGEST_CELL, Math.floor(WIDTH / columns)))}
        .lit=${frame}
      ></corr2d-feature-map>
      <div class="text">
        <p>${this.reading(field, frame)}</p>
        <p class="soft">
          ${msg(
            'The stronger the colour, the more a cell changes the middle element. The width is the side of a square with as many cells as have more than 4.55 % of the largest gradient (Luo et al. 2016). Averaged over many draws of random weights the field has the shape of a bell, close to a Gaussian.',
          )}
          ${
            field.draws > 1
              ? msg(str`Root of the mean square over ${field.draws} draws of the weights.`)
              : nothing
          }
        </p>
      </div>
    `;
  }

  /** The frame of the theoretical field of the middle element. */
  private theoretical(): LitCells {
    const { layers, shapes } = this;
    const [, rows = 1, columns = 1] = shapes.at(-1) ?? [];
    const middle = { row: Math.floor(rows / 2), column: Math.floor(columns / 2) };
    const [image] = stackLinks(layers, shapes, { level: shapes.length - 1, channel: 0, ...middle });
    return {
      rows: image?.rows.covered ?? [],
      columns: image?.columns.covered ?? [],
      realRows: image?.rows.real ?? [],
      realColumns: image?.columns.real ?? [],
      kind: 'self',
    };
  }

  private reading({ width }: EffectiveField, { rows, columns }: LitCells): string {
    const [height, breadth] = [spanOf(rows), spanOf(columns)];
    const measured = formatNumber(width, 1);
    const share = Math.round((100 * width ** 2) / (height * breadth));
    if (width === 0)
      return msg(
        'No cell changes the middle element at all: an activation or a pooling passes nothing on here.',
      );
    return msg(
      str`In theory the middle element sees ${height} × ${breadth} cells, the frame. In effect it sees a width of ${measured} cells, ${share} % of that area: the way to a cell near the middle leads through many more paths than the way to one at the edge.`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-effective-figure': EffectiveFigureElement;
  }
}
