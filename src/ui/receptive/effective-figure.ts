/** The effective receptive field beside the theoretical one: which cells really change the middle element, and how much. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import { stackLinks } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { spanOf } from '../../math/stack/seen.ts';
import { makeScale } from '../../math/value-scale.ts';
import { middleHalf, middleShare } from '../../math/stack/effective.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { EffectiveField, EffectiveState } from '../../state/effective-field.ts';
import { hasSeeds, type StackLayer } from '../../state/stack.ts';
import type { Ring } from '../grid/ring.ts';
import { problemText } from '../wording/problem-text.ts';
import { unbroken } from '../wording/unbroken.ts';
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
      outline: var(--lit-effective-field, 0) solid var(--focus);
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
        .cell=${cellOf(frame, columns)}
        .lit=${frame}
        .ring=${ringOf(frame, rows, columns)}
      ></corr2d-feature-map>
      <div class="text">
        <p>${unbroken(this.reading(field, frame))}</p>
        <p class="soft">
          ${msg(
            'The stronger the colour, the more a cell changes the middle element. The width is the side of a square with as many cells as have more than 4.55% of the largest gradient, the bound of Luo et al. (2016): a normal distribution falls below it two and a half standard deviations from its middle.',
          )}
          ${this.drawsText(field)}
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

  private reading({ width, gradient }: EffectiveField, { rows, columns }: LitCells): string {
    if (width === 0)
      return msg(
        'No cell changes the middle element at all: an activation or a pooling passes nothing on here.',
      );
    const [height, breadth] = [spanOf(rows), spanOf(columns)];
    const measured = formatNumber(width, 1);
    const share = Math.round((100 * width ** 2) / (height * breadth));
    const seen = msg(
      str`In theory the middle element sees ${height} × ${breadth} cells, the frame. In effect it sees a width of ${measured} cells, ${share}% of that area.`,
    );
    return `${seen} ${centreText(gradient, rows, columns)}`;
  }

  private drawsText({ draws }: EffectiveField): string {
    if (!hasSeeds(this.layers))
      return msg('No layer has random weights, so there is nothing to average over.');
    if (draws === 1)
      return msg('It is that of one draw of the random weights; averaged over many, it is smoother.');
    return msg(str`Root of the mean square over ${draws} draws of the weights.`);
  }
}

/** Where the gradient lies: how much of it in the middle half of the frame, along both axes. */
function centreText(gradient: NumberGrid, rows: readonly number[], columns: readonly number[]): string {
  const held = Math.round(100 * middleShare(gradient, rows, columns));
  const [height, width] = [middleHalf(rows), middleHalf(columns)].map(([from, to]) => to - from + 1);
  const even = Math.round((100 * (height ?? 1) * (width ?? 1)) / (spanOf(rows) * spanOf(columns)));
  if (even === 100) return '';
  const found = msg(
    str`The middle ${height} × ${width} of these, ${even}% of the area, hold ${held}% of the squared gradient`,
  );
  if (held > 1.5 * even)
    return `${found}${msg(': many more paths lead from a cell near the middle than from one at the edge.')}`;
  if (held < even / 1.5) return `${found}${msg(': here the weights outdo the many paths to the middle.')}`;
  return `${found}${msg(': hardly more or less than their share.')}`;
}

function ringOf({ rows, columns }: LitCells, height: number, width: number): Ring {
  const over = (cells: readonly number[], length: number): readonly [number, number] => [
    Math.max(0, -(cells[0] ?? 0)),
    Math.max(0, (cells.at(-1) ?? 0) - length + 1),
  ];
  const [[top, bottom], [left, right]] = [over(rows, height), over(columns, width)];
  return [top, left, bottom, right];
}

function cellOf({ columns }: LitCells, width: number): number {
  const [, left, , right] = ringOf(
    { rows: [], columns, realRows: [], realColumns: [], kind: 'self' },
    1,
    width,
  );
  return Math.max(3, Math.min(LARGEST_CELL, Math.floor(WIDTH / (left + width + right))));
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-effective-figure': EffectiveFigureElement;
  }
}
