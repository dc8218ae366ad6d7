/** A stack as a figure: the image, every feature map of every layer, and what the pointed element has to do with each. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { overhangs, stackLinks, type LevelLink, type StackPlace } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { makeScale, type ValueScale } from '../../math/value-scale.ts';
import type { Tensor4 } from '../../engine/index.ts';
import { DEFAULT_VIEW, type ResponseView } from '../../state/document.ts';
import { mapScale } from '../../state/map-scale.ts';
import type { StackLayer } from '../../state/stack.ts';
import { NO_RING, type Ring } from '../grid/ring.ts';
import { kindName, layerText } from '../wording/layer-text.ts';
import './feature-map.ts';
import type { LitCells, MapValues } from './map-drawing.ts';

/** Widths in CSS pixels that the maps of a level may take side by side: of one map, of a few, of many. */
const WIDTHS: readonly (readonly [maps: number, width: number])[] = [
  [1, 260],
  [4, 128],
  [Infinity, 84],
];
const LARGEST_CELL = 56;
/** Cells outside a map are drawn up to this many; the text counts all of them. */
const WIDEST_RING = 24;

interface LitLevel {
  /** Null for all. */
  readonly channel: number | null;
  readonly cells: LitCells;
}

interface ShownMap {
  readonly map: MapValues;
  readonly scale: ValueScale;
}

@customElement('corr2d-stack-figure')
export class StackFigureElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-width: 0;
    }

    ol {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-4) var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-width: 0;
      max-width: 100%;
    }

    .level {
      min-width: 0;
      max-width: 100%;
    }

    .arrow {
      flex: none;
      max-width: 6.5rem;
      color: var(--ink-soft);
      font-size: var(--text-s);
      line-height: 1.3;
      text-align: center;
    }

    .arrow span {
      display: block;
      font: 1.375rem / 1 var(--serif);
    }

    .caption {
      margin: 0 0 var(--space-1);
      color: var(--ink-soft);
      font-size: var(--text-s);
      white-space: nowrap;
    }

    .caption b {
      color: var(--ink);
      font-weight: 600;
    }

    .maps {
      display: grid;
      grid-template-columns: repeat(var(--across, 1), max-content);
      gap: var(--space-2);
      max-width: 100%;
      overflow-x: auto;
      padding: 3px;
      margin: -3px;
    }

    .maps[inert] {
      visibility: hidden;
    }

    @media (max-width: 37.5rem) {
      ol {
        flex-direction: column;
        align-items: flex-start;
      }

      li {
        flex-direction: column;
        align-items: flex-start;
        gap: var(--space-2);
      }

      .arrow {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        max-width: none;
      }

      .arrow span {
        rotate: 90deg;
      }
    }
  `;

  @property({ attribute: false }) layers: readonly StackLayer[] = [];
  @property({ attribute: false }) shapes: readonly MapShape[] = [];
  /** The image and the maps of each layer; empty until they are computed, and perhaps of an earlier stack. */
  @property({ attribute: false }) levels: readonly Tensor4[] = [];
  @property({ attribute: false }) place: StackPlace = { level: 0, channel: 0, row: 0, column: 0 };
  @property({ attribute: false }) view: ResponseView = DEFAULT_VIEW;
  /** Of the cells: 1 fits the page. */
  @property({ type: Number }) zoom = 1;
  /** Whether what is slotted as `image` stands in place of the image's map. */
  @property({ type: Boolean }) drawing = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private rings: readonly Ring[] = [];
  private lit: readonly (LitLevel | null)[] = [];
  private maps: readonly (readonly ShownMap[])[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    const { layers, shapes, place, levels, view } = this;
    const isRestacked = changed.has('layers') || changed.has('shapes');
    if (isRestacked) this.rings = overhangs(layers, shapes).map(clipped);
    if (isRestacked || changed.has('place')) this.lit = stackLinks(layers, shapes, place).map(litLevel);
    if (changed.has('levels') || changed.has('view')) {
      this.maps = levels.map((tensor, level) =>
        mapsOf(tensor).map((map) => ({ map, scale: mapScale(map.values, level, view) })),
      );
    }
  }

  override render(): TemplateResult {
    const { shapes } = this;
    return html`<ol>
      ${shapes.map(
        (shape, level) =>
          html`<li>${level > 0 ? this.renderArrow(level) : nothing} ${this.renderLevel(shape, level)}</li>`,
      )}
    </ol>`;
  }

  private renderArrow(level: number): TemplateResult {
    const layer = this.layers[level - 1];
    return html`<div class="arrow">
      <span aria-hidden="true">→</span>
      ${layer ? layerText(layer) : nothing}
    </div>`;
  }

  private renderLevel(shape: MapShape, level: number): TemplateResult {
    const [channels, rows, columns] = shape;
    const across = String(Math.ceil(Math.sqrt(channels)));
    const computed = this.isOf(shape, level) ? this.maps[level] : undefined;
    return html`<div class="level">
      <p class="caption">
        <b>${levelName(this.layers, level)}</b>
        ${channels > 1 ? html`${channels} × ` : nothing}${rows} × ${columns}
      </p>
      ${
        level === 0 && this.drawing
          ? html`<slot name="image"></slot>`
          : html`<div class="maps" style=${styleMap({ '--across': across })} ?inert=${!computed}>
              ${(computed ?? waitingMaps(shape)).map((map, channel, { length }) => this.renderMap(map, level, channel, length))}
            </div>`
      }
    </div>`;
  }

  /** Whether the computed maps of a level are those of the present stack. */
  private isOf([channels, rows, columns]: MapShape, level: number): boolean {
    const [, computed, height, width] = this.levels[level]?.shape ?? [];
    return computed === channels && height === rows && width === columns;
  }

  private renderMap(
    { map, scale }: ShownMap,
    level: number,
    channel: number,
    channels: number,
  ): TemplateResult {
    const { place } = this;
    const lit = this.lit[level];
    const name = levelName(this.layers, level);
    const ring = this.rings[level] ?? NO_RING;
    return html`<corr2d-feature-map
      .map=${map}
      .scale=${scale}
      .ring=${ring}
      .cell=${this.cellOf(map, channels, ring)}
      .lit=${lit && (lit.channel === null || lit.channel === channel) ? lit.cells : null}
      name=${`${String(level)}:${String(channel)}`}
      .label=${channels > 1 ? msg(str`${name}, channel ${channel + 1}`) : name}
      ?stop=${place.level === level ? place.channel === channel : channel === 0}
    ></corr2d-feature-map>`;
  }

  private cellOf({ columns }: MapValues, channels: number, [, left, , right]: Ring): number {
    const width = WIDTHS.find(([maps]) => channels <= maps)?.[1] ?? 84;
    const fitting = Math.floor(width / (left + columns + right));
    return Math.max(1, Math.min(LARGEST_CELL, Math.max(channels > 1 ? 2 : 3, fitting)) * this.zoom);
  }
}

/** "Image", or the number and kind of a layer. */
export function levelName(layers: readonly StackLayer[], level: number): string {
  const layer = layers[level - 1];
  if (!layer) return msg('Image');
  return msg(str`${level} · ${kindName(layer.kind)}`);
}

/** They keep the place of maps that are being computed, unseen. */
function waitingMaps([channels, rows, columns]: MapShape): readonly ShownMap[] {
  const values = new Float32Array(rows * columns);
  const scale = makeScale([], 'absolute', { kind: 'symmetric' });
  return Array.from({ length: channels }, () => ({ map: { rows, columns, values }, scale }));
}

function mapsOf({ shape: [, channels, rows, columns], data }: Tensor4): readonly MapValues[] {
  const cells = rows * columns;
  return Array.from({ length: channels }, (_, channel) => {
    return { rows, columns, values: data.subarray(channel * cells, (channel + 1) * cells) };
  });
}

function litLevel({ kind, rows, columns, channel }: LevelLink): LitLevel {
  const cells: LitCells = {
    rows: rows.covered,
    columns: columns.covered,
    realRows: rows.real,
    realColumns: columns.real,
    kind: kind === 'seen' ? 'field' : kind === 'reached' ? 'reach' : 'self',
  };
  return { channel, cells };
}

function clipped([top, left, bottom, right]: Ring): Ring {
  const clip = (cells: number) => Math.min(cells, WIDEST_RING);
  return [clip(top), clip(left), clip(bottom), clip(right)];
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-stack-figure': StackFigureElement;
  }
}
