/** A stack as a figure: the image, every feature map of every layer, and what the pointed element has to do with each. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { drawnOverhang, overhangs, type LevelLink, type StackPlace } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { makeScale, type ValueScale } from '../../math/value-scale.ts';
import type { Tensor4 } from '../../engine/index.ts';
import { DEFAULT_VIEW, type ResponseView } from '../../state/document.ts';
import { mapScale } from '../../state/map-scale.ts';
import type { StackLayer } from '../../state/stack.ts';
import { NO_RING, type Ring } from '../grid/ring.ts';
import { kindName, layerText } from '../wording/layer-text.ts';
import type { CellPosition } from '../grid/cell-events.ts';
import type { ChannelStep } from './feature-map.ts';
import './feature-map.ts';
import type { LitCells, MapValues } from './map-drawing.ts';
import { stackFigureStyle } from './stack-figure-style.ts';

/** Widths in CSS pixels that the maps of a level may take side by side: of one map, of a few, of many. */
const WIDTHS: readonly (readonly [maps: number, width: number])[] = [
  [1, 216],
  [4, 128],
  [Infinity, 84],
];
/** Of a map with all that is drawn around it. */
const WIDEST_WITH_RING = 330;
const LARGEST_CELL = 56;

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
  static override styles = stackFigureStyle;

  @property({ attribute: false }) layers: readonly StackLayer[] = [];
  @property({ attribute: false }) shapes: readonly MapShape[] = [];
  /** The image and the maps of each layer; empty until they are computed, and perhaps of an earlier stack. */
  @property({ attribute: false }) levels: readonly Tensor4[] = [];
  @property({ attribute: false }) place: StackPlace = { level: 0, channel: 0, row: 0, column: 0 };
  /** What that element has to do with each level. */
  @property({ attribute: false }) links: readonly LevelLink[] = [];
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
    const { layers, shapes, links, levels, view } = this;
    if (changed.has('layers') || changed.has('shapes')) this.rings = levelRings(layers, shapes);
    if (changed.has('links')) this.lit = links.map(litLevel);
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
          ? html`<div class="edited" style=${styleMap({ '--drawn-cell': `${String(this.imageCell)}px` })}>
              <slot name="image"></slot>
            </div>`
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
      .cell=${this.cellOf(map.columns, channels)}
      .lit=${lit && (lit.channel === null || lit.channel === channel) ? lit.cells : null}
      name=${mapName(level, channel)}
      .label=${channels > 1 ? msg(str`${name}, channel ${channel + 1}`) : name}
      ?stop=${place.level === level ? place.channel === channel : channel === 0}
      @channel-left=${({ detail }: CustomEvent<ChannelStep>) => {
        this.stepChannel(level, channel + detail.by, channels, detail);
      }}
    ></corr2d-feature-map>`;
  }

  /** The same cell of another map of the level; at its ends nothing happens. */
  private stepChannel(level: number, channel: number, channels: number, cell: CellPosition): void {
    if (channel < 0 || channel >= channels) return;
    const maps = this.renderRoot.querySelectorAll('corr2d-feature-map');
    const next = [...maps].find(({ name }) => name === mapName(level, channel));
    void next?.moveTo({ row: cell.row, column: cell.column });
  }

  /** The side of the image's cells. */
  private get imageCell(): number {
    const [, , columns] = this.shapes[0] ?? [1, 1, 1];
    return this.cellOf(columns, 1);
  }

  /** By the map and by how far fields hang over any level: maps of one size have cells of one size. */
  private cellOf(columns: number, channels: number): number {
    const width = WIDTHS.find(([maps]) => channels <= maps)?.[1] ?? 84;
    const around = Math.max(0, ...this.rings.map(([, left, , right]) => left + right));
    const fitting = Math.floor(Math.min(width / columns, WIDEST_WITH_RING / (columns + around)));
    return Math.max(1, Math.min(LARGEST_CELL, Math.max(channels > 1 ? 2 : 3, fitting)) * this.zoom);
  }
}

/** As `placeOf` of the scene reads it. */
function mapName(level: number, channel: number): string {
  return `${String(level)}:${String(channel)}`;
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

/** Cells around each level that are drawn as outside it; the text counts all of them. */
export function levelRings(layers: readonly StackLayer[], shapes: readonly MapShape[]): readonly Ring[] {
  return overhangs(layers, shapes).map(drawnOverhang);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-stack-figure': StackFigureElement;
  }
}
