/** What is seen of a run: loss, weights and loss surface; residual and numbers when they are asked for. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { NumberGrid } from '../../state/document.ts';
import type { Analysis } from '../../state/learning-analysis.ts';
import type { TracePoint } from '../../state/learning-run.ts';
import '../grid/number-grid.ts';
import { FigureFit } from '../style/figure-fit.ts';
import { disclosureStyle } from './disclosure-style.ts';
import './learning-charts.ts';
import type { Rival } from './learning-charts.ts';
import './loss-surface.ts';
import './run-table.ts';

const ONE: NumberGrid = { rows: 1, columns: 1, values: [0] };
/** Two decimals and a sign. */
const RESIDUAL_CELL = { smallest: 40, largest: 52 };

@customElement('corr2d-run-report')
export class RunReportElement extends LitElement {
  static override styles = [
    disclosureStyle,
    css`
      :host {
        display: block;
      }

      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: var(--space-5);
        margin-top: var(--space-5);
      }

      .hint {
        margin-top: var(--space-2);
      }

      @media (hover: none) {
        .hint {
          display: none;
        }
      }

      .wide {
        overflow-x: auto;
      }

      p {
        max-width: 42em;
        margin: 0 0 var(--space-3);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  /** Losses and trace as far as they are shown. */
  @property({ attribute: false }) losses: readonly number[] = [];
  @property({ attribute: false }) trace: readonly TracePoint[] = [];
  @property({ attribute: false }) analysis: Analysis | null = null;
  @property({ attribute: false }) residual: NumberGrid = ONE;
  @property({ attribute: false }) rivals: readonly Rival[] = [];
  /** What the run is called beside its rivals. */
  @property() name = '';
  @property({ type: Number }) steps = 10;
  @property() theme = '';

  private readonly fit = new FigureFit(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { losses, trace, analysis } = this;
    if (!analysis) return html``;
    return html`
      <div class="charts">
        <corr2d-learning-charts
          .losses=${losses}
          .trace=${trace}
          .goal=${analysis.goal}
          .rivals=${this.rivals}
          .name=${this.name}
          .steps=${this.steps}
          .theme=${this.theme}
        ></corr2d-learning-charts>
        <corr2d-loss-surface .analysis=${analysis} .trace=${trace}></corr2d-loss-surface>
      </div>
      <p class="hint">${msg('Drag across a chart to zoom in; double-click to see all of it again.')}</p>
      <details>
        <summary>${msg('What is still wrong: the residual')}</summary>
        ${this.renderResidual()}
      </details>
      <details>
        <summary>${msg('The numbers, as a table and as a file')}</summary>
        <corr2d-run-table
          .losses=${losses}
          .trace=${trace}
          .columns=${analysis.goal.columns}
        ></corr2d-run-table>
      </details>
    `;
  }

  private renderResidual(): TemplateResult {
    const { cell } = this.fit.layout([this.residual.columns], RESIDUAL_CELL);
    return html`<div class="wide" style=${styleMap({ '--cell': `${String(cell)}px` })}>
      <p>
        ${msg(
          'Response − target, for the kernel as it stands. The loss adds up its squares; the gradient is the image correlated with it, times two.',
        )}
      </p>
      <corr2d-number-grid
        name="residual"
        tone="response"
        fill="scaled"
        .label=${msg('Residual')}
        .grid=${this.residual}
      ></corr2d-number-grid>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-run-report': RunReportElement;
  }
}
