/** One feature map: a canvas with one cell that has the focus, for maps of any size. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../../math/format.ts';
import type { Theme } from '../../math/ramp.ts';
import type { ValueScale } from '../../math/value-scale.ts';
import { tell, type CellPosition } from '../grid/cell-events.ts';
import { drawInFrame } from '../grid/frame.ts';
import { NO_RING, type Ring } from '../grid/ring.ts';
import { ThemeWatch } from '../style/theme-watch.ts';
import { drawMap, pictureOf, type LitCells, type MapValues } from './map-drawing.ts';
import { mapInks } from './map-inks.ts';

const EMPTY: MapValues = { rows: 1, columns: 1, values: [0] };

@customElement('corr2d-feature-map')
export class FeatureMapElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      max-width: 100%;
    }

    .scroller {
      overflow: auto;
      max-width: 100%;
      padding: 3px;
      margin: -3px;
    }

    .table {
      position: relative;
      width: max-content;
      outline: var(--lit-feature-map, 0) solid var(--focus);
      line-height: 0;
      cursor: crosshair;
      touch-action: manipulation;
    }

    canvas {
      display: block;
      border-radius: 2px;
    }

    .cell {
      position: absolute;
      pointer-events: none;
      outline: none;
    }

    .cell:focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: 1px;
      border-radius: 2px;
    }

    @media print {
      canvas {
        print-color-adjust: exact;
        -webkit-print-color-adjust: exact;
      }
    }
  `;

  @property({ attribute: false }) map: MapValues = EMPTY;
  @property({ attribute: false }) scale: ValueScale = { colors: 'signed', low: -1, high: 1 };
  /** Cells around the map that are shown as outside it. */
  @property({ attribute: false }) ring: Ring = NO_RING;
  @property({ attribute: false }) lit: LitCells | null = null;
  /** Side of a cell in CSS pixels. */
  @property({ type: Number }) cell = 24;
  /** Which map this is; its events carry it. */
  @property() name = '';
  @property() label = '';
  /** Whether Tab stops here. */
  @property({ type: Boolean }) stop = false;

  @state() private at: CellPosition = { row: 0, column: 0 };
  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.cell') private readonly focused!: HTMLElement;
  private picture: {
    readonly map: MapValues;
    readonly scale: ValueScale;
    readonly theme: Theme;
    readonly canvas: HTMLCanvasElement;
  } | null = null;
  private readonly themes = new ThemeWatch(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private get place(): CellPosition {
    return {
      row: Math.min(this.at.row, this.map.rows - 1),
      column: Math.min(this.at.column, this.map.columns - 1),
    };
  }

  override render(): TemplateResult {
    const { map, cell, ring } = this;
    const { row, column } = this.place;
    const value = formatNumber(map.values[row * map.columns + column] ?? 0, 4);
    const box = {
      top: `${String((row + ring[0]) * cell)}px`,
      left: `${String((column + ring[1]) * cell)}px`,
      width: `${String(cell)}px`,
      height: `${String(cell)}px`,
    };
    return html`<div class="scroller">
      <div
        class="table"
        role="grid"
        aria-label=${this.label}
        aria-rowcount=${map.rows}
        aria-colcount=${map.columns}
        aria-readonly="true"
        @pointermove=${this.onPointer}
        @pointerdown=${this.onPointer}
        @pointerleave=${this.onLeave}
        @click=${this.onClick}
        @keydown=${this.onKeyDown}
        @focusin=${this.onFocus}
        @focusout=${this.onBlur}
      >
        <canvas aria-hidden="true"></canvas>
        <div role="row" aria-rowindex=${row + 1}>
          ${keyed(
            `${String(row)},${String(column)}`,
            html`<div
              class="cell"
              role="gridcell"
              aria-colindex=${column + 1}
              aria-label=${`${msg(str`row ${row + 1}, column ${column + 1}`)}: ${value}`}
              tabindex=${this.stop ? 0 : -1}
              style=${styleMap(box)}
            ></div>`,
          )}
        </div>
      </div>
    </div>`;
  }

  override updated(): void {
    drawInFrame(this.draw);
  }

  private readonly draw = (): void => {
    const { canvas, map, ring, cell } = this;
    const context = canvas.getContext('2d');
    if (!context) return;
    const width = (ring[1] + map.columns + ring[3]) * cell;
    const height = (ring[0] + map.rows + ring[2]) * cell;
    const ratio = Math.min(3, devicePixelRatio || 1);
    const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== pixelWidth || canvas.height !== pixelHeight) {
      canvas.width = pixelWidth;
      canvas.height = pixelHeight;
      canvas.style.width = `${String(width)}px`;
      canvas.style.height = `${String(height)}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const { scale, lit } = this;
    const { theme } = this.themes;
    drawMap(
      context,
      this.pictureIn(theme),
      { map, ring, cell, scale, lit, theme },
      mapInks(theme, this.renderRoot),
    );
  };

  /** Kept while only what is lit changes. */
  private pictureIn(theme: Theme): HTMLCanvasElement {
    const { map, scale, picture } = this;
    if (picture?.map === map && picture.scale === scale && picture.theme === theme) return picture.canvas;
    const canvas = pictureOf(map, scale, theme, picture?.canvas ?? document.createElement('canvas'));
    this.picture = { map, scale, theme, canvas };
    return canvas;
  }

  private onPointer(event: PointerEvent): void {
    const place = this.placeUnder(event);
    if (!place) return;
    if (event.type === 'pointerdown') this.at = place;
    tell(this, 'cell-pointed', { ...place, grid: this.name });
  }

  private onLeave(event: PointerEvent): void {
    if (event.pointerType === 'mouse') tell(this, 'cell-pointed', null);
  }

  private onClick(event: MouseEvent): void {
    const place = this.placeUnder(event);
    if (place) tell(this, 'cell-committed', { ...place, grid: this.name });
  }

  private onFocus(): void {
    tell(this, 'cell-pointed', { ...this.place, grid: this.name });
  }

  private onBlur(event: FocusEvent): void {
    if (!(event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)))
      tell(this, 'cell-pointed', null);
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      tell(this, 'cell-committed', { ...this.place, grid: this.name });
      return;
    }
    const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('channel-left', { detail: { ...this.place, by } }));
      return;
    }
    const next = moved(event.key, this.place, this.map, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    void this.moveTo(next);
  }

  /** Puts the focus on a cell, or on the nearest that there is. */
  async moveTo(place: CellPosition): Promise<void> {
    this.at = place;
    await this.updateComplete;
    this.focused.focus();
  }

  /** The cell of the map under the pointer; null for those around it. */
  private placeUnder({ clientX, clientY }: MouseEvent): CellPosition | null {
    const { left, top } = this.canvas.getBoundingClientRect();
    const row = Math.floor((clientY - top) / this.cell) - this.ring[0];
    const column = Math.floor((clientX - left) / this.cell) - this.ring[1];
    return row >= 0 && column >= 0 && row < this.map.rows && column < this.map.columns
      ? { row, column }
      : null;
  }
}

function moved(
  key: string,
  { row, column }: CellPosition,
  { rows, columns }: MapValues,
  whole: boolean,
): CellPosition | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

/** A key that goes to the next map of the layer (1) or the one before (−1), from a cell. */
export interface ChannelStep extends CellPosition {
  readonly by: -1 | 1;
}

declare global {
  interface HTMLElementEventMap {
    'channel-left': CustomEvent<ChannelStep>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-feature-map': FeatureMapElement;
  }
}
