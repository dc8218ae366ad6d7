/** Image ⋆ kernel = response as three linked grids. Its cells' events carry the names `image`, `kernel` and `response`. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Plan } from '../../math/geometry.ts';
import type { ValueScale } from '../../math/value-scale.ts';
import { flipGrid, type CorrelationPart, type NumberGrid } from '../../state/document.ts';
import { NO_MARKS } from '../grid/marks.ts';
import '../grid/number-grid.ts';
import type { PaintSettings } from '../grid/paint-settings.ts';
import { cellStyle, FigureFit } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';
import { equationClasses, renderZoom } from '../style/figure-zoom.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { operator } from '../style/operator.ts';
import type { LinkedMarks } from './linked-marks.ts';

@customElement('corr2d-correlation-figure')
export class CorrelationFigureElement extends LitElement {
  static override styles = figureStyle;

  @property({ attribute: false }) correlation: CorrelationPart | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  /** Null while it is computed. */
  @property({ attribute: false }) response: NumberGrid | null = null;
  /** Of the response. */
  @property({ attribute: false }) scale: ValueScale | null = null;
  @property({ attribute: false }) marks: LinkedMarks = {
    image: NO_MARKS,
    kernel: NO_MARKS,
    response: NO_MARKS,
  };
  @property({ attribute: false }) imageFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) kernelFaults: ReadonlySet<string> = new Set();

  /** What a pointer on the image draws with; null where its numbers are typed. */
  @property({ attribute: false }) drawn: PaintSettings | null = null;

  private readonly paper = new OnDemand(this, () => import('../grid/paint-grid.ts'));
  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(): void {
    if (this.drawn) this.paper.want();
  }

  override render(): TemplateResult {
    const { correlation, plan } = this;
    if (!correlation || !plan) return html``;
    const { image, kernel, padding, flip } = correlation;
    const kernels = flip ? [kernel.columns, kernel.columns] : [kernel.columns];
    const widths = [image.columns + padding[1] + padding[3], ...kernels, plan.output[1]];
    const layout = this.fit.layout(widths);
    return html`${renderZoom(this.fit, widths)}
      <div class=${equationClasses(this.fit, widths, layout.stacked)} style=${styleMap(cellStyle(layout))}>
        <div class="panel">
          ${caption(msg('Image'), 'X', image)}
          ${this.drawn && this.paper.isReady ? this.renderDrawn(correlation, this.drawn) : this.renderTyped(correlation)}
        </div>
        ${operator('⋆')} ${this.renderKernel(correlation)} ${operator('=')}
        <div class="panel">${this.renderResponse(plan)}</div>
      </div>`;
  }

  private renderTyped({ image, padding }: CorrelationPart): TemplateResult {
    return html`<corr2d-number-grid
      editable
      name="image"
      .label=${msg('Image')}
      .grid=${image}
      .ring=${padding}
      .marks=${this.marks.image}
      .faults=${this.imageFaults}
    ></corr2d-number-grid>`;
  }

  private renderDrawn({ image, padding }: CorrelationPart, settings: PaintSettings): TemplateResult {
    return html`<corr2d-paint-grid
      name="image"
      .label=${msg('Image: paint here')}
      .grid=${image}
      .ring=${padding}
      .marks=${this.marks.image}
      .settings=${settings}
    ></corr2d-paint-grid>`;
  }

  private renderKernel({ kernel, flip }: CorrelationPart): TemplateResult {
    return html`<div class="panel">
        ${caption(msg('Kernel'), 'K', kernel)}
        <corr2d-number-grid
          editable
          name=${flip ? 'kernel-before-flip' : 'kernel'}
          tone="kernel"
          fill="weights"
          .label=${msg('Kernel')}
          .grid=${kernel}
          .marks=${flip ? NO_MARKS : this.marks.kernel}
          .faults=${this.kernelFaults}
        ></corr2d-number-grid>
      </div>
      ${flip ? this.renderFlipped(kernel) : nothing}`;
  }

  /** Beside the kernel, so that the switch below the figure stays under the pointer. */
  private renderFlipped(kernel: NumberGrid): TemplateResult {
    return html`${operator('→')}
      <div class="panel">
        <p class="caption">${msg('flipped')}</p>
        <corr2d-number-grid
          name="kernel"
          tone="kernel"
          fill="weights"
          .label=${msg('Kernel, flipped')}
          .grid=${flipGrid(kernel)}
          .marks=${this.marks.kernel}
        ></corr2d-number-grid>
      </div>`;
  }

  private renderResponse({ output: [rows, columns] }: Plan): TemplateResult {
    const { response } = this;
    const grid = response?.rows === rows && response.columns === columns ? response : null;
    const shown = grid ?? { rows, columns, values: Array<number>(rows * columns).fill(0) };
    return html`${caption(msg('Response'), 'Y', shown)}
      <corr2d-number-grid
        name="response"
        tone="response"
        fill="scaled"
        .scale=${this.scale}
        .label=${msg('Response')}
        .grid=${shown}
        ?pending=${grid === null}
        .marks=${this.marks.response}
      ></corr2d-number-grid>`;
  }
}

function caption(
  name: string,
  symbol: string,
  { rows, columns }: { rows: number; columns: number },
): TemplateResult {
  return html`<p class="caption">
    <b>${name} <i>${symbol}</i></b> <span>${rows} × ${columns}</span>
  </p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-correlation-figure': CorrelationFigureElement;
  }
}
