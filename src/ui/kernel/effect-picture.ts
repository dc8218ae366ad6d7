/** A small picture of what a kernel makes of an image: the response of the image's own size, zeros outside. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { correlate } from '../../math/definition.ts';
import { makeScale, scaleColor } from '../../math/value-scale.ts';
import { gridTensor, type NumberGrid } from '../../state/document.ts';
import { ThemeWatch } from '../style/theme-watch.ts';

@customElement('corr2d-effect-picture')
export class EffectPictureElement extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template: 100% / 100%;
      place-items: center;
      width: 3.5rem;
      height: 3.5rem;
    }

    canvas {
      max-width: 100%;
      max-height: 100%;
      width: 100%;
      height: 100%;
      object-fit: contain;
      image-rendering: pixelated;
    }
  `;

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false }) kernel: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  private readonly themes = new ThemeWatch(this);

  override render(): TemplateResult {
    return html`<canvas width=${this.image.columns} height=${this.image.rows} aria-hidden="true"></canvas>`;
  }

  override updated(): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    const { rows, columns } = this.image;
    const values = responseTo(this.image, this.kernel);
    const scale = makeScale(values, 'signed', { kind: 'symmetric' });
    const pixels = context.createImageData(columns, rows);
    values.forEach((value, index) => {
      const { background } = scaleColor(scale, value, this.themes.theme);
      const color = Number.parseInt(background.slice(1), 16);
      pixels.data.set([color >> 16, (color >> 8) & 0xff, color & 0xff, 0xff], 4 * index);
    });
    context.putImageData(pixels, 0, 0);
  }
}

/** The response with as many rows and columns as the image. */
function responseTo(image: NumberGrid, kernel: NumberGrid): number[] {
  const [above, before] = [Math.floor((kernel.rows - 1) / 2), Math.floor((kernel.columns - 1) / 2)];
  const padding = [above, before, kernel.rows - 1 - above, kernel.columns - 1 - before] as const;
  return [...correlate(gridTensor(image), gridTensor(kernel), { padding }).data];
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-effect-picture': EffectPictureElement;
  }
}
