/** The rivals of a run: what races it, how far each came, and more to add. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import { PLAIN_ADAM, PLAIN_SGD, type LearningOptimizer, type Rival } from '../../state/document.ts';
import { limitsOf, type Analysis } from '../../state/learning-analysis.ts';
import type { RivalRun } from '../../state/learning-race.ts';
import { LIMITS } from '../../state/limits.ts';
import { controlStyle } from '../style/controls.ts';
import { optimizerText } from '../wording/optimizer-text.ts';
import { RIVAL_COLORS } from './line-colors.ts';
import { renderMark } from './line-marks.ts';
import { tellChosen } from './setup-events.ts';

/** Each weight moves by about the rate at every epoch. */
const ADAM_RATE = 0.1;
const OFFERED: readonly LearningOptimizer[] = [
  PLAIN_SGD,
  { ...PLAIN_SGD, momentum: 0.5 },
  { ...PLAIN_SGD, momentum: 0.9 },
  { ...PLAIN_SGD, momentum: 0.9, nesterov: true },
  PLAIN_ADAM,
];

@customElement('corr2d-race-list')
export class RaceListElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        margin-top: var(--space-2);
        font-size: var(--text-s);
        --control-height: 1.75rem;
        --control-padding: var(--space-2);
      }

      ul {
        margin: 0 0 var(--space-2);
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        min-height: 2rem;
        font-variant-numeric: tabular-nums;
      }

      .swatch svg {
        display: block;
        width: 0.75rem;
        height: 0.75rem;
      }

      .end {
        color: var(--fault);
      }

      .name {
        flex: 1 1 7rem;
      }

      select {
        max-width: 100%;
        min-height: 2rem;
      }

      p {
        margin: 0;
        color: var(--ink-soft);
      }
    `,
  ];

  /** The run's own. */
  @property({ attribute: false }) own: Rival = { optimizer: PLAIN_SGD, rate: 0 };
  @property({ attribute: false }) runs: readonly RivalRun[] = [];
  @property({ attribute: false }) analysis: Analysis | null = null;
  /** Losses shown of each, as many as the run has. */
  @property({ type: Number }) shown = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const isFull = this.runs.length >= LIMITS.rivals.maximum;
    return html`
      ${
        this.runs.length > 0
          ? html`<ul aria-label=${msg('Rivals of this run')}>
              ${this.runs.map((run, index) => this.renderRun(run, index))}
            </ul>`
          : nothing
      }
      ${
        isFull
          ? html`<p>${msg(str`A run races ${LIMITS.rivals.maximum} others at most.`)}</p>`
          : this.renderOffer()
      }
    `;
  }

  private renderRun({ rival, losses, end }: RivalRun, index: number): TemplateResult {
    const name = optimizerText(rival);
    const loss = losses[Math.min(this.shown, losses.length) - 1];
    return html`<li>
      <span class="swatch" aria-hidden="true">
        ${renderMark(index + 1, `var(${RIVAL_COLORS[index] ?? '--ink'})`)}
      </span>
      <span class="name">${name}</span>
      ${end === 'diverged' ? html`<span class="end">${msg(str`grew past bounds at epoch ${losses.length}`)}</span>` : nothing}
      ${end === 'failed' ? html`<span class="end">${msg('stopped by the engine')}</span>` : nothing}
      ${end === null && loss !== undefined ? html`<span>${msg(str`loss ${formatNumber(Number(loss.toPrecision(3)), 9)}`)}</span>` : nothing}
      <button
        type="button"
        aria-label=${msg(str`Run ${name} yourself`)}
        title=${msg('It changes places with the run')}
        @click=${() => {
          tellChosen(this, { of: 'run-rival', index });
        }}
      >
        ${msg('Swap')}
      </button>
      <button
        type="button"
        aria-label=${msg(str`Remove ${name} from the race`)}
        @click=${() => {
          tellChosen(this, { of: 'remove-rival', index });
        }}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  private renderOffer(): TemplateResult {
    const offered = this.offered();
    return html`<select aria-label=${msg('Race another optimiser or rate')} @change=${this.onOffer}>
      <option value="" selected>${msg('Race another optimiser or rate…')}</option>
      ${offered.map((rival, index) => html`<option value=${index}>${offerText(rival, index)}</option>`)}
    </select>`;
  }

  /** The run's own first, to be changed then; the others each at the rate that suits them best here. */
  private offered(): readonly Rival[] {
    const { analysis } = this;
    const others = OFFERED.map((optimizer): Rival => {
      const best = analysis
        ? (limitsOf(analysis, { optimizer, rate: ADAM_RATE })?.best ?? ADAM_RATE)
        : ADAM_RATE;
      const rate = Number.isFinite(best) ? Number(best.toPrecision(3)) : ADAM_RATE;
      return { optimizer, rate: Math.min(rate, LIMITS.rate.maximum) };
    });
    return [this.own, ...others];
  }

  private onOffer(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement) || event.target.value === '') return;
    const rival = this.offered()[Number(event.target.value)];
    event.target.value = '';
    if (rival) tellChosen(this, { of: 'add-rival', rival: { optimizer: rival.optimizer, rate: rival.rate } });
  }
}

function offerText(rival: Rival, index: number): string {
  const name = optimizerText(rival);
  return index === 0 ? msg(str`this one, ${name}: then change yours`) : name;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-race-list': RaceListElement;
  }
}
