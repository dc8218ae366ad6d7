/** What is seen of a run: loss, weights and loss surface; residual and numbers when they are asked for. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { PLAIN_SGD, type Rival } from '../../state/document.ts';
import { residualsOf, type Lesson } from '../../state/learning-lesson.ts';
import { formatFixed, formatNumber } from '../../math/format.ts';
import { biasOf, kernelOf } from '../../state/learning-layer.ts';
import type { Analysis } from '../../state/learning-analysis.ts';
import type { RivalRun, SessionState, TracePoint } from '../../state/learning-session.ts';
import { FIRST_LOOK, type Look } from '../../state/look.ts';
import '../grid/number-grid.ts';
import { cellStyle, FigureFit } from '../style/figure-fit.ts';
import { disclosureStyle } from './disclosure-style.ts';
import './learning-charts.ts';
import './loss-surface.ts';
import './run-table.ts';

/** Two decimals and a sign. */
const RESIDUAL_CELL = { smallest: 40, largest: 52 };
/** Four decimals and a sign. */
const WEIGHT_CELL = { smallest: 44, largest: 76 };

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
  /** What is learned, and the run as it stands: the residuals follow from both, one for each image. */
  @property({ attribute: false }) lesson: Lesson | null = null;
  @property({ attribute: false }) run: SessionState | null = null;
  @state() private showsResiduals = false;
  /** The run's own optimiser and rate, and those that race it. */
  @property({ attribute: false }) own: Rival = { optimizer: PLAIN_SGD, rate: 0 };
  @property({ attribute: false }) rivals: readonly RivalRun[] = [];
  @property({ type: Number }) steps = 10;
  @property({ attribute: false }) look: Look = FIRST_LOOK;
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
          .analysis=${analysis}
          .own=${this.own}
          .rivals=${this.rivals}
          .steps=${this.steps}
          ?logarithmic=${this.look.logarithmic}
          .theme=${this.theme}
        ></corr2d-learning-charts>
        <corr2d-loss-surface
          .analysis=${analysis}
          .trace=${trace}
          .chosen=${this.look.plane}
        ></corr2d-loss-surface>
        <div>${this.renderMore(analysis)}</div>
      </div>
    `;
  }

  private renderMore(analysis: Analysis): TemplateResult {
    const { losses, trace } = this;
    return html`<details>
        <summary>${msg('Where it could end: the exact optimum')}</summary>
        ${this.renderOptimum(analysis)}
      </details>
      <details @toggle=${this.onResiduals}>
        <summary>${msg('What is still wrong: the residual')}</summary>
        ${this.showsResiduals ? this.renderResiduals() : nothing}
      </details>
      <details>
        <summary>${msg('The numbers, as a table and as a file')}</summary>
        <corr2d-run-table .losses=${losses} .trace=${trace} .size=${analysis.size}></corr2d-run-table>
      </details> `;
  }

  private renderOptimum({ optimum, size, flat, leastLoss }: Analysis): TemplateResult {
    const bias = biasOf(size, optimum);
    const layout = this.fit.layout([size.columns], WEIGHT_CELL);
    return html`<div class="wide" style=${styleMap(cellStyle(layout))}>
      <p>
        ${msg(
          str`By the normal equations, XᵀX k = Xᵀy, without a single step. The least loss is ${formatNumber(Number(leastLoss.toPrecision(4)), 9)}.`,
        )}
        ${flat > 0 ? msg('Of all kernels with that loss this is the one nearest to zero.') : nothing}
      </p>
      <corr2d-number-grid
        fixed
        name="optimum"
        tone="kernel"
        fill="weights"
        decimals="4"
        .label=${msg('Optimum')}
        .grid=${kernelOf(size, optimum)}
      ></corr2d-number-grid>
      ${bias === null ? nothing : html`<p>${msg(str`bias ${formatFixed(bias, 4)}`)}</p>`}
    </div>`;
  }

  private onResiduals({ target }: Event): void {
    this.showsResiduals = target instanceof HTMLDetailsElement && target.open;
  }

  private renderResiduals(): TemplateResult {
    const { lesson, run } = this;
    const residuals = lesson && run ? residualsOf(lesson, run.kernel, run.bias) : [];
    const columns = Math.max(1, ...residuals.map((grid) => grid.columns));
    const layout = this.fit.layout([columns], RESIDUAL_CELL);
    return html`<div class="wide" style=${styleMap(cellStyle(layout))}>
      <p>
        ${msg(
          'Response − target, for the kernel as it stands. The loss adds up its squares; the gradient is the image correlated with it, times two.',
        )}
      </p>
      ${residuals.map(
        (grid, index) =>
          html`${residuals.length > 1 ? html`<p>${msg(str`Image ${index + 1}`)}</p>` : nothing}
            <corr2d-number-grid
              name="residual"
              tone="response"
              fill="scaled"
              .label=${msg('Residual')}
              .grid=${grid}
            ></corr2d-number-grid>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-run-report': RunReportElement;
  }
}
