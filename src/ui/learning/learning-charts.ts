/** Loss and weights over the epochs, side by side. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PLAIN_SGD, type Rival } from '../../state/document.ts';
import type { Analysis } from '../../state/learning-analysis.ts';
import type { RivalRun, TracePoint } from '../../state/learning-session.ts';
import { tellLook } from '../field/look-event.ts';
import { controlStyle } from '../style/controls.ts';
import { optimizerText } from '../wording/optimizer-text.ts';
import './line-chart.ts';
import type { ChartLine } from './line-chart.ts';
import { RIVAL_COLORS, WEIGHT_COLORS } from './line-colors.ts';
import './race-list.ts';
import { weightName } from './weight-name.ts';

/** More lines than this cannot be told apart. */
const MOST_WEIGHTS = 10;

@customElement('corr2d-learning-charts')
export class LearningChartsElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      /* The scene lays the charts out, with the loss surface beside them. */
      :host {
        display: contents;
      }

      section {
        min-width: 0;
        break-inside: avoid;
      }

      .loss corr2d-line-chart {
        outline: var(--lit-loss, 0) solid var(--focus);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
        min-height: 2rem;
        margin-bottom: var(--space-2);
      }

      h2 {
        margin: 0;
        font: 600 var(--text-m) / 1.4 var(--sans);
      }

      p {
        margin: var(--space-2) 0 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
        text-wrap: pretty;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-s);
      }
    `,
  ];

  @property({ attribute: false }) losses: readonly number[] = [];
  @property({ attribute: false }) trace: readonly TracePoint[] = [];
  @property({ attribute: false }) analysis: Analysis | null = null;
  /** The run's number of epochs. */
  @property({ type: Number }) steps = 10;
  @property() theme = '';
  /** The run's own optimiser and rate, and those that race it. */
  @property({ attribute: false }) own: Rival = { optimizer: PLAIN_SGD, rate: 0 };
  @property({ attribute: false }) rivals: readonly RivalRun[] = [];
  /** Whether the loss has a logarithmic axis. */
  @property({ type: Boolean }) logarithmic = false;
  /** The first of the weights that are drawn. */
  @state() private firstWeight = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="loss">
        <div class="head">
          <h2>${msg('Loss')}</h2>
          <label>
            <input type="checkbox" .checked=${this.logarithmic} @change=${this.onScale} />
            ${msg('logarithmic')}
          </label>
        </div>
        <corr2d-line-chart
          .xs=${Array.from({ length: this.losses.length }, (_, index) => index + 1)}
          .lines=${this.lossLines()}
          .xLabel=${msg('epoch')}
          .end=${this.steps}
          ?logarithmic=${this.logarithmic}
          .theme=${this.theme}
        ></corr2d-line-chart>
        <corr2d-race-list
          .own=${this.own}
          .runs=${this.rivals}
          .analysis=${this.analysis}
          .shown=${this.losses.length}
        ></corr2d-race-list>
      </section>
      <section>
        <div class="head">
          <h2>${this.analysis?.goal ? msg('Weights; dashed, where they go') : msg('Weights')}</h2>
          ${this.renderWeightChoice()}
        </div>
        <corr2d-line-chart
          .xs=${this.trace.map((point) => point.step)}
          .lines=${this.weightLines()}
          .xLabel=${msg('epoch')}
          .end=${this.steps}
          .theme=${this.theme}
        ></corr2d-line-chart>
        ${
          this.analysis && !this.analysis.goal
            ? html`<p>
                ${msg('Adam leaves the plane of the gradients: where directions are open it ends at one of many optima, and nothing says which.')}
              </p>`
            : nothing
        }
      </section>
    `;
  }

  /** Of many weights some are drawn at a time. */
  private renderWeightChoice(): TemplateResult | typeof nothing {
    const count = this.trace[0]?.weights.length ?? 0;
    if (count <= MOST_WEIGHTS || !this.analysis) return nothing;
    const { size } = this.analysis;
    const groups = Array.from({ length: Math.ceil(count / MOST_WEIGHTS) }, (_, i) => i * MOST_WEIGHTS);
    const name = (first: number): string =>
      `${weightName(first, size)} … ${weightName(Math.min(count, first + MOST_WEIGHTS) - 1, size)}`;
    return html`<select
      aria-label=${msg('Weights shown')}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) this.firstWeight = Number(event.target.value);
      }}
    >
      ${groups.map(
        (first) =>
          html`<option value=${first} ?selected=${first === this.firstWeight}>${name(first)}</option>`,
      )}
    </select>`;
  }

  private lossLines(): ChartLine[] {
    const count = this.losses.length;
    const padded = (losses: readonly number[]): (number | null)[] =>
      Array.from({ length: count }, (_, i) => losses[i] ?? null);
    const label = this.rivals.length > 0 ? optimizerText(this.own) : msg('loss');
    return [
      { label, color: '--ink', mark: 0, values: padded(this.losses) },
      ...this.rivals.map(({ rival, losses }, i) => ({
        label: optimizerText(rival),
        color: RIVAL_COLORS[i % RIVAL_COLORS.length] ?? '--ink',
        mark: i + 1,
        values: padded(losses),
      })),
    ];
  }

  private weightLines(): ChartLine[] {
    const { analysis, trace } = this;
    if (!analysis) return [];
    const all = trace[0]?.weights ?? [];
    const first = this.firstWeight < all.length ? this.firstWeight : 0;
    return all.slice(first, first + MOST_WEIGHTS).flatMap((_, i) => {
      const index = first + i;
      const color = WEIGHT_COLORS[i % WEIGHT_COLORS.length] ?? '--ink';
      const name = weightName(index, analysis.size);
      const line = {
        label: name,
        color,
        mark: i,
        values: trace.map((point) => point.weights[index] ?? null),
      };
      const goal = analysis.goal?.[index];
      if (goal === undefined) return [line];
      return [line, { label: `${name}*`, color, mark: i, dashed: true, values: trace.map(() => goal) }];
    });
  }

  private onScale(event: Event): void {
    if (event.target instanceof HTMLInputElement) tellLook(this, { logarithmic: event.target.checked });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-charts': LearningChartsElement;
  }
}
