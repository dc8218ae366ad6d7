/** Loss and weights over the epochs, side by side. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { NumberGrid } from '../../state/document.ts';
import type { TracePoint } from '../../state/learning-session.ts';
import { controlStyle } from '../style/controls.ts';
import './line-chart.ts';
import type { ChartLine } from './line-chart.ts';
import { weightName } from './weight-name.ts';

/** Colours of the weights' lines, in turn; a legend names each, so colour is not alone. */
const WEIGHT_COLORS = ['--kernel-ink', '--gradient', '--target', '--fault', '--ink'];
/** More lines than this cannot be told apart. */
const MOST_WEIGHTS = 10;

/** A kept run by name. */
export interface Rival {
  readonly name: string;
  readonly losses: readonly number[];
}

declare global {
  interface HTMLElementEventMap {
    'run-kept': CustomEvent<null>;
    'kept-dropped': CustomEvent<null>;
  }
}

const RIVAL_COLORS = ['--kernel-ink', '--gradient', '--target'];

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

      .race {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-2);
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
  /** Where each weight goes. */
  @property({ attribute: false }) goal: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** The run's number of epochs. */
  @property({ type: Number }) steps = 10;
  @property() theme = '';
  /** Losses of kept runs, to race. */
  @property({ attribute: false }) rivals: readonly Rival[] = [];
  /** What the present run is called beside its rivals. */
  @property() name = '';
  @state() private logarithmic = false;

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
          .xs=${Array.from({ length: this.longest() }, (_, index) => index + 1)}
          .lines=${this.lossLines()}
          .xLabel=${msg('epoch')}
          .end=${Math.max(this.steps, this.longest())}
          ?logarithmic=${this.logarithmic}
          .theme=${this.theme}
        ></corr2d-line-chart>
        <div class="race">
          <button
            type="button"
            ?disabled=${this.losses.length === 0}
            @click=${() => {
              this.tell('run-kept');
            }}
          >
            ${msg('Keep this run to compare')}
          </button>
          <button
            type="button"
            ?hidden=${this.rivals.length === 0}
            @click=${() => {
              this.tell('kept-dropped');
            }}
          >
            ${msg('Drop the kept runs')}
          </button>
        </div>
      </section>
      <section>
        <div class="head"><h2>${msg('Weights; dashed, where they go')}</h2></div>
        <corr2d-line-chart
          .xs=${this.trace.map((point) => point.step)}
          .lines=${this.weightLines()}
          .xLabel=${msg('epoch')}
          .end=${this.steps}
          .theme=${this.theme}
        ></corr2d-line-chart>
      </section>
    `;
  }

  private longest(): number {
    return Math.max(this.losses.length, ...this.rivals.map(({ losses }) => losses.length));
  }

  private lossLines(): ChartLine[] {
    const count = this.longest();
    const padded = (losses: readonly number[]): (number | null)[] =>
      Array.from({ length: count }, (_, i) => losses[i] ?? null);
    const label = this.rivals.length > 0 ? this.name : msg('loss');
    return [
      { label, color: '--ink', values: padded(this.losses) },
      ...this.rivals.map(({ name, losses }, i) => ({
        label: name,
        color: RIVAL_COLORS[i % RIVAL_COLORS.length] ?? '--ink',
        values: padded(losses),
      })),
    ];
  }

  private tell(name: 'run-kept' | 'kept-dropped'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: null, bubbles: true, composed: true }));
  }

  private weightLines(): ChartLine[] {
    return this.goal.values.slice(0, MOST_WEIGHTS).flatMap((target, index) => {
      const color = WEIGHT_COLORS[index % WEIGHT_COLORS.length] ?? '--ink';
      const name = weightName(index, this.goal.columns);
      return [
        { label: name, color, values: this.trace.map((point) => point.kernel[index] ?? null) },
        { label: `${name}*`, color, dashed: true, values: this.trace.map(() => target) },
      ];
    });
  }

  private onScale(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.logarithmic = event.target.checked;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-charts': LearningChartsElement;
  }
}
