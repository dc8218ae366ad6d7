/** How a run ended: done, diverged, failed; where a better rate is known, one press takes it. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, roundDown } from '../../math/format.ts';
import type { RateLimits } from '../../math/quadratic.ts';
import { LIMITS } from '../../state/limits.ts';
import type { SessionState } from '../../state/learning-run.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { problemText } from '../wording/problem-text.ts';
import { tellEntered } from './setup-events.ts';

@customElement('corr2d-run-outcome')
export class RunOutcomeElement extends LitElement {
  static override styles = [
    controlStyle,
    sceneStyle,
    css`
      button {
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) run: SessionState | null = null;
  /** That is set. */
  @property({ type: Number }) rate = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { run } = this;
    return html`<div role="status">
      ${run?.status === 'finished' ? this.renderFinished(run) : nothing}
      ${run?.status === 'stopped' ? html`<p class="note">${stoppedText(run)}</p>` : nothing}
      ${run?.problem ? html`<p class="fault">${problemText(run.problem)}</p>` : nothing}
      ${run?.status === 'diverged' && run.limits ? this.renderRemedy(run.limits.best) : nothing}
      ${run?.status === 'ready' && run.limits ? this.renderWarning(run.limits) : nothing}
    </div>`;
  }

  private renderFinished(run: SessionState): TemplateResult {
    const [first = 0] = run.losses;
    const last = run.losses.at(-1) ?? 0;
    // Below the limit a loss that begins at its least may end a rounding above it.
    if (!run.limits || !this.isPast(run.limits) || last <= first)
      return html`<p class="note">${finishedText(run.step, last)}</p>`;
    return html`<p class="fault">${grownText(run.step, first, last)}</p>
      ${this.renderRemedy(run.limits.best)}`;
  }

  /** Before the run, beside its button. */
  private renderWarning(limits: RateLimits): TemplateResult | typeof nothing {
    if (!this.isPast(limits)) return nothing;
    const limit = formatNumber(roundDown(limits.largestStable, 3), 6);
    return html`<p class="fault">
        ${msg(str`At the rate ${formatNumber(this.rate, 6)} the loss will grow: on this image rates below ${limit} converge.`)}
      </p>
      ${this.renderRemedy(limits.best)}`;
  }

  private isPast({ largestStable }: RateLimits): boolean {
    return this.rate >= largestStable;
  }

  private renderRemedy(best: number): TemplateResult | typeof nothing {
    const rate = Number(best.toPrecision(3));
    if (!(rate >= LIMITS.rate.minimum && rate <= LIMITS.rate.maximum)) return nothing;
    return html`<button
      type="button"
      @click=${() => {
        tellEntered(this, { field: 'rate', text: String(rate) });
      }}
    >
      ${msg(str`Use the rate ${rate}`)}
    </button>`;
  }
}

function finishedText(step: number, last: number): string {
  const loss = last.toPrecision(3);
  return msg(str`Done: ${step} epochs, the last loss was ${loss}. Change anything and run again.`);
}

function grownText(step: number, first: number, last: number): string {
  const [from, to] = [first, last].map((loss) => loss.toPrecision(3));
  return msg(str`Done: ${step} epochs, but the loss grew from ${from} to ${to}: the steps are too long.`);
}

function stoppedText({ step }: SessionState): string {
  return msg(str`Stopped by itself at epoch ${step}: the threshold is reached.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-run-outcome': RunOutcomeElement;
  }
}
