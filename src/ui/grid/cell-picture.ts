/** The fills of a large grid as one canvas under its cells, a pixel a cell: thousands of filled boxes are slow to paint. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Theme } from '../../math/ramp.ts';
import { scaleColor, type ValueScale } from '../../math/value-scale.ts';
import type { NumberGrid } from '../../state/document.ts';
import { ThemeWatch } from '../style/theme-watch.ts';
import { pictureLevel } from './cell-paint.ts';
import { NO_RING, type Ring } from './ring.ts';

@customElement('corr2d-cell-picture')
export class CellPictureElement extends LitElement {
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }

    canvas {
      position: absolute;
      image-rendering: pixelated;
    }
  `;

  @property({ attribute: false }) grid: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** Cells around the grid, which are not of the picture. */
  @property({ attribute: false }) ring: Ring = NO_RING;
  /** From black to white, alike in both themes, or by the colours of the scale. */
  @property() fill: 'picture' | 'scaled' = 'picture';
  @property({ attribute: false }) scale: ValueScale = { colors: 'grey', low: 0, high: 1 };

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  private readonly themes = new ThemeWatch(this);
  private readonly pixels = new Map<number, number>();
  private pixelsKey = '';

  override render(): TemplateResult {
    const { rows, columns } = this.grid;
    const cells = (count: number): string => `calc(${String(count)} * var(--cell, 2.5rem))`;
    return html`<canvas
      aria-hidden="true"
      width=${columns}
      height=${rows}
      style=${styleMap({
        top: cells(this.ring[0]),
        left: cells(this.ring[1]),
        width: cells(columns),
        height: cells(rows),
      })}
    ></canvas>`;
  }

  override updated(): void {
    const { rows, columns, values } = this.grid;
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(columns, rows);
    const { theme } = this.themes;
    this.forget(theme);
    // Little-endian, as all browsers' machines are.
    const pixels = new Uint32Array(image.data.buffer);
    for (let at = 0; at < pixels.length; at++) {
      const isAsBefore = at > 0 && values[at] === values[at - 1];
      pixels[at] = isAsBefore ? (pixels[at - 1] ?? 0) : this.pixelOf(values[at] ?? 0, theme);
    }
    context.putImageData(image, 0, 0);
  }

  /** Pixels are worked out once for a value, as long as what they depend on stays. */
  private forget(theme: Theme): void {
    const { colors, low, high } = this.scale;
    const key = [this.fill, colors, low, high, theme].join();
    if (key !== this.pixelsKey || this.pixels.size > 2 * this.grid.values.length) this.pixels.clear();
    this.pixelsKey = key;
  }

  private pixelOf(value: number, theme: Theme): number {
    const known = this.pixels.get(value);
    if (known !== undefined) return known;
    const pixel = this.fill === 'picture' ? this.greyPixel(value) : this.scaledPixel(value, theme);
    this.pixels.set(value, pixel);
    return pixel;
  }

  private greyPixel(value: number): number {
    const { low, high } = this.scale;
    return pixel(0x10101 * pictureLevel((value - low) / (high - low)));
  }

  private scaledPixel(value: number, theme: Theme): number {
    return pixel(Number.parseInt(scaleColor(this.scale, value, theme).background.slice(1), 16));
  }
}

/** Of red, green and blue as in `#rrggbb`. */
function pixel(rgb: number): number {
  return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-cell-picture': CellPictureElement;
  }
}
