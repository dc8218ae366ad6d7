/** The painted image and its transpose, each correlated with the same kernel. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { NumberGrid } from '../../state/document.ts';
import type { ResponseState } from '../../state/response.ts';
import { transposeGrid } from '../../state/document.ts';
import type { GridCell } from '../grid/cell-events.ts';
import { cellKey, markAll, NO_MARKS, type Marks } from '../grid/marks.ts';
import '../grid/number-grid.ts';
import '../grid/paint-grid.ts';
import { FigureFit } from '../style/figure-fit.ts';
import { figureStyle } from '../style/figure.ts';
import { problemText } from '../wording/problem-text.ts';
import { responseSummary } from '../wording/response-summary.ts';

@customElement('corr2d-edge-figure')
export class EdgeFigureElement extends LitElement {
  static override styles = [
    figureStyle,
    css`
      .equation + .equation {
        margin-top: var(--space-6);
      }

      .summary {
        margin: var(--space-2) 0 0;
        max-width: 24em;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false }) kernel: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @property({ attribute: false }) response: ResponseState | null = null;
  @property({ attribute: false }) transposedResponse: ResponseState | null = null;
  @property({ attribute: false }) kernelFaults: ReadonlySet<string> = new Set();
  @property({ attribute: false }) pointed: GridCell | null = null;

  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { image, kernel } = this;
    const widest = Math.max(image.columns, image.rows);
    const { cell, stacked } = this.fit.layout([widest, kernel.columns, widest]);
    const layout = `equation ${stacked ? 'stacked' : ''}`;
    const style = styleMap({ '--cell': `${String(cell)}px` });
    return html`
      <div class=${layout} style=${style}>
        <div class="panel">
          ${caption(msg('Image'), html`<i>X</i>`, image)}
          <corr2d-paint-grid
            name="image"
            .label=${msg('Image: paint here')}
            .grid=${image}
            .marks=${this.windowMarks('response')}
          ></corr2d-paint-grid>
        </div>
        ${operator('⋆')}
        <div class="panel">
          ${caption(msg('Kernel'), html`<i>K</i>`, kernel)}
          <corr2d-number-grid
            editable
            name="kernel"
            tone="kernel"
            .label=${msg('Kernel')}
            .grid=${kernel}
            .faults=${this.kernelFaults}
          ></corr2d-number-grid>
        </div>
        ${operator('=')}
        <div class="panel">${this.renderResponse(this.response, 'response', msg('Response'))}</div>
      </div>
      <div class=${layout} style=${style}>
        <div class="panel">
          ${caption(msg('Transposed image'), html`<i>X</i><sup>⊤</sup>`, transposeGrid(image))}
          <corr2d-number-grid
            name="transposed"
            fill="picture"
            .label=${msg('Transposed image')}
            .grid=${transposeGrid(image)}
            .marks=${this.windowMarks('transposed-response')}
          ></corr2d-number-grid>
        </div>
        ${operator('⋆')}
        <div class="panel">
          ${caption(msg('Same kernel'), html`<i>K</i>`, kernel)}
          <corr2d-number-grid
            name="same"
            tone="kernel"
            .label=${msg('Same kernel')}
            .grid=${kernel}
          ></corr2d-number-grid>
        </div>
        ${operator('=')}
        <div class="panel">
          ${this.renderResponse(
            this.transposedResponse,
            'transposed-response',
            msg('Response to the transposed image'),
          )}
        </div>
      </div>
    `;
  }

  private renderResponse(response: ResponseState | null, name: string, label: string): TemplateResult {
    if (response?.problem) return html`<p class="summary">${problemText(response.problem)}</p>`;
    const grid = response?.grid;
    if (!grid) return html`<p class="summary">${msg('Computing…')}</p>`;
    return html`${caption(msg('Response'), html`<i>Y</i>`, grid)}
      <corr2d-number-grid
        name=${name}
        tone="response"
        fill="signed"
        .label=${label}
        .grid=${grid}
        .marks=${this.pointed?.grid === name ? markAll([[this.pointed.row, this.pointed.column]], 'current') : NO_MARKS}
      ></corr2d-number-grid>
      <p class="summary">${responseSummary(grid.values)}</p>`;
  }

  /** The window of the pointed response element (stride 1, no padding). */
  private windowMarks(response: string): Marks {
    const { pointed, kernel } = this;
    if (pointed?.grid !== response) return NO_MARKS;
    const window = new Map<string, 'window'>();
    for (let row = 0; row < kernel.rows; row++) {
      for (let column = 0; column < kernel.columns; column++) {
        window.set(cellKey(pointed.row + row, pointed.column + column), 'window');
      }
    }
    return window;
  }
}

function operator(sign: string): TemplateResult {
  return html`<span class="operator" aria-hidden="true">${sign}</span>`;
}

function caption(name: string, symbol: TemplateResult, { rows, columns }: NumberGrid): TemplateResult {
  return html`<p class="caption"><b>${name} ${symbol}</b> ${rows} × ${columns}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-edge-figure': EdgeFigureElement;
  }
}
