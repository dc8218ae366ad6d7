/** A painted image, or its transpose, correlated with a kernel. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { styleMap } from 'lit/directives/style-map.js';
import { makeScale } from '../../math/value-scale.ts';
import { DEFAULT_VIEW, transposeGrid, type NumberGrid, type ResponseView } from '../../state/document.ts';
import { problemOf, type Problem } from '../../state/problem.ts';
import type { ResponseState } from '../../state/response.ts';
import { planCorrelation, type Plan } from '../../math/geometry.ts';
import { NO_MARKS } from '../grid/marks.ts';
import { linkedMarks, type LinkedMarks } from '../correlation/linked-marks.ts';
import type { CellPosition, GridCell } from '../grid/cell-events.ts';
import '../grid/number-grid.ts';
import '../grid/paint-grid.ts';
import { DEFAULT_SETTINGS, type PaintSettings } from '../grid/paint-settings.ts';
import { Resting } from '../grid/resting.ts';
import { currentLocale } from '../shell/locale.ts';
import { cellStyle, FigureFit } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';
import { equationClasses, renderZoom } from '../style/figure-zoom.ts';
import { operator } from '../style/operator.ts';
import { problemText } from '../wording/problem-text.ts';
import { responseSummary } from '../wording/response-summary.ts';

@customElement('corr2d-edge-figure')
export class EdgeFigureElement extends LitElement {
  static override styles = [
    figureStyle,
    css`
      .summary {
        margin: var(--space-2) 0 0;
        min-height: 1.55em;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false }) kernel: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false }) response: ResponseState | null = null;
  @property({ attribute: false }) view: ResponseView = DEFAULT_VIEW;
  @property({ attribute: false }) kernelFaults: ReadonlySet<string> = new Set();
  /** Shows the transposed image, to read and not to paint. */
  @property({ type: Boolean }) transposed = false;

  /** What a pointer on the image draws with. */
  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  /** The response element whose window is shown. */
  @property({ attribute: false }) position: CellPosition = { row: 0, column: 0 };

  @state() private pointed: GridCell | null = null;
  private readonly fit = new FigureFit(this);
  private readonly resting = new Resting<NumberGrid | null>(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { image, kernel } = this;
    // Wide enough for the image both ways, so that the two figures have cells of one size.
    const widest = Math.max(image.columns, image.rows);
    const widths = [widest, kernel.columns, widest];
    const layout = this.fit.layout(widths);
    const plan = this.makePlan();
    const marks = this.makeMarks(plan);
    return html`
      ${renderZoom(this.fit, widths)}
      <div
        class=${equationClasses(this.fit, widths, layout.stacked)}
        style=${styleMap(cellStyle(layout))}
        @cell-pointed=${(event: CustomEvent<GridCell | null>) => {
          this.pointed = event.detail;
        }}
      >
        <div class="panel">${this.transposed ? this.renderTransposed(marks) : this.renderPainted(marks)}</div>
        ${operator('⋆')}
        <div class="panel">
          ${caption(msg('Kernel'), html`<i>K</i>`, kernel)}
          <corr2d-number-grid
            name="kernel"
            tone="kernel"
            fill="weights"
            ?editable=${!this.transposed}
            .label=${msg('Kernel')}
            .grid=${kernel}
            .marks=${marks.kernel}
            .faults=${this.kernelFaults}
          ></corr2d-number-grid>
        </div>
        ${operator('=')}
        <div class="panel">${this.renderResponse(plan, marks)}</div>
      </div>
      <p class="summary">${this.renderSummary()}</p>
    `;
  }

  /** A text that changes has the browser lay out and paint what stands around it: in a stroke it waits. */
  private renderSummary(): unknown {
    const grid = this.resting.of(this.response?.grid ?? null);
    return guard([grid, currentLocale()], () => (grid ? responseSummary(grid.values) : ''));
  }

  private renderPainted(marks: LinkedMarks): TemplateResult {
    const { image } = this;
    return html`${caption(msg('Image'), html`<i>X</i>`, image)}
      <corr2d-paint-grid
        name="image"
        .label=${msg('Image: paint here')}
        .grid=${image}
        .marks=${marks.image}
        .settings=${this.settings}
      ></corr2d-paint-grid>`;
  }

  private renderTransposed(marks: LinkedMarks): TemplateResult {
    const image = transposeGrid(this.image);
    return html`${caption(msg('Transposed image'), html`<i>X</i><sup>⊤</sup>`, image)}
      <corr2d-number-grid
        name="image"
        fill="picture"
        .label=${msg('Transposed image')}
        .grid=${image}
        .marks=${marks.image}
      ></corr2d-number-grid>`;
  }

  private renderResponse(plan: Plan | Problem, marks: LinkedMarks): TemplateResult {
    const { response } = this;
    if ('code' in plan) return html`<p class="summary">${problemText(plan)}</p>`;
    if (response?.problem) return html`<p class="summary">${problemText(response.problem)}</p>`;
    const grid = response?.grid ?? waitingGrid(plan);
    return html`${caption(msg('Response'), html`<i>Y</i>`, grid)}
      <corr2d-number-grid
        name="response"
        tone="response"
        fill="scaled"
        .scale=${makeScale(grid.values, this.view.colors, this.view.range)}
        .label=${this.transposed ? msg('Response to the transposed image') : msg('Response')}
        .grid=${grid}
        ?pending=${grid !== response?.grid}
        .marks=${marks.response}
      ></corr2d-number-grid>`;
  }

  /** How the kernel goes over the image as it is shown, or why it does not: a tall kernel may not fit a turned image. */
  private makePlan(): Plan | Problem {
    const { image, kernel } = this;
    const [rows, columns] = this.transposed ? [image.columns, image.rows] : [image.rows, image.columns];
    try {
      return planCorrelation([1, 1, rows, columns], [1, 1, kernel.rows, kernel.columns]);
    } catch (error) {
      return problemOf(error);
    }
  }

  /** The marks of the image as it is shown, the kernel and the response. */
  private makeMarks(plan: Plan | Problem): LinkedMarks {
    const { position, response } = this;
    if (!response?.grid || 'code' in plan) return { image: NO_MARKS, kernel: NO_MARKS, response: NO_MARKS };
    const [height, width] = plan.output;
    const at = Math.min(position.row, height - 1) * width + Math.min(position.column, width - 1);
    return linkedMarks(plan, at, this.pointed, false);
  }
}

/** It keeps the response's place while that is computed. */
function waitingGrid(plan: Plan): NumberGrid {
  const [rows, columns] = plan.output;
  return { rows, columns, values: Array<number>(rows * columns).fill(0) };
}

function caption(name: string, symbol: TemplateResult, { rows, columns }: NumberGrid): TemplateResult {
  return html`<p class="caption"><b>${name} ${symbol}</b> <span>${rows} × ${columns}</span></p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-edge-figure': EdgeFigureElement;
  }
}
