/** A small picture of a grid of grey levels. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { greyColor } from '../../math/ramp.ts';
import type { NumberGrid } from '../../state/document.ts';

@customElement('corr2d-picture-thumbnail')
export class PictureThumbnailElement extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template: 100% / 100%;
      width: 3.5rem;
      height: 3.5rem;
      border: var(--line) solid var(--rule);
    }

    canvas {
      width: 100%;
      height: 100%;
      object-fit: contain;
      image-rendering: pixelated;
    }
  `;

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @query('canvas') private readonly canvas!: HTMLCanvasElement;

  override render(): TemplateResult {
    return html`<canvas width=${this.image.columns} height=${this.image.rows} aria-hidden="true"></canvas>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const { rows, columns, values } = this.image;
    const pixels = context.createImageData(columns, rows);
    values.forEach((value, index) => {
      const level = Number.parseInt(greyColor(value, 0, 1).background.slice(1, 3), 16);
      pixels.data.set([level, level, level, 0xff], 4 * index);
    });
    context.putImageData(pixels, 0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-picture-thumbnail': PictureThumbnailElement;
  }
}
