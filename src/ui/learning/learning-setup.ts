/** How learning starts and goes: rate with its limits, epochs, start. It tells what was entered and judges nothing. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber, roundDown } from '../../math/format.ts';
import {
  fitsArticleStart,
  learnerSize,
  type LearningPart,
  type LearningStart,
} from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import './rate-slider.ts';
import { tellChosen, tellEntered, type StartKind } from './setup-events.ts';
import { chosenValue, SetupPartElement, setupPartStyle } from './setup-part.ts';

/** The rates that the image allows: see `rateLimits`. */
export interface ShownLimits {
  /** The largest curvature; 0 on a black image. */
  readonly largest: number;
  readonly largestStable: number;
  readonly best: number;
}

/** The share of the limit that is called safe; the tutorial's rate is at this share of its image's. */
const SAFE_SHARE = 0.9;

@customElement('corr2d-learning-setup')
export class LearningSetupElement extends SetupPartElement {
  static override styles = [
    ...setupPartStyle,
    css`
      .limits {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--rule);
        color: var(--ink-soft);
        font-size: var(--text-s);
        text-wrap: pretty;
      }

      .limits.past {
        border-left-color: var(--fault);
        background: var(--fault-tint);
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) limits: ShownLimits | null = null;

  override render(): TemplateResult {
    const { learning } = this;
    if (!learning) return html``;
    const { start } = learning;
    const unfit = !fitsArticleStart(learnerSize(learning));
    return html`
      <div class="fields">
        ${this.field('rate', msg('Learning rate'), learning.rate, LIMITS.rate, 0.001)}
        ${this.field('steps', msg('Epochs'), learning.steps, LIMITS.steps)}
      </div>
      ${this.renderRate(learning)}
      <div class="fields">
        <div>
          <label class="label" for="start">${msg('Start from')}</label>
          <select id="start" @change=${this.onStart}>
            ${renderStart('article', msg('the tutorial’s start'), start, unfit)}
            ${renderStart('torch', msg('PyTorch, by seed'), start)}
            ${renderStart('zeros', msg('zeros'), start)} ${renderStart('ones', msg('ones'), start)}
            ${renderStart('near', msg('the teacher with noise'), start)}
            ${renderStart('typed', msg('typed numbers'), start)}
          </select>
        </div>
        ${
          start.kind === 'torch' || start.kind === 'near'
            ? this.field('seed', msg('Seed'), start.seed, LIMITS.seed)
            : nothing
        }
      </div>
    `;
  }

  private renderRate({ rate, optimizer }: LearningPart): TemplateResult {
    const { limits } = this;
    if (optimizer.kind === 'adam' || !limits) {
      return html`<p class="limits">
        ${msg('Adam moves each weight by about the rate at every epoch, however steep the loss is: no limit.')}
      </p>`;
    }
    if (limits.largest === 0) {
      return html`<p class="limits">${msg('On a black image every rate leaves the kernel as it is.')}</p>`;
    }
    if (limits.largestStable === Infinity) {
      return html`<p class="limits past">
        ${msg('With a dampening of 1 no gradient but the first is ever added to the momentum: the run goes where that points, whatever the rate.')}
      </p>`;
    }
    return html`<corr2d-rate-slider
        .rate=${rate}
        .best=${limits.best}
        .limit=${limits.largestStable}
      ></corr2d-rate-slider>
      ${this.renderLimits(rate, limits)}
      <div class="fields">
        ${this.renderTake(msg('Take the best rate'), withinRange(Number(limits.best.toPrecision(3))), rate)}
        ${this.renderTake(msg('Take a safe rate'), withinRange(roundDown(SAFE_SHARE * limits.largestStable, 3)), rate)}
      </div>`;
  }

  private renderLimits(rate: number, { largestStable, best }: ShownLimits): TemplateResult {
    const limit = formatNumber(roundDown(largestStable, 3), 6);
    const fastest = formatNumber(Number(best.toPrecision(3)), 6);
    if (rate >= largestStable) {
      return html`<p class="limits past">
        ${msg(
          str`Too large for this image: the loss will grow. Rates below ${limit} converge, ${fastest} is the fastest.`,
        )}
      </p>`;
    }
    const percent = Math.round((100 * rate) / largestStable);
    return html`<p class="limits">
      ${msg(
        str`On this image rates below ${limit} converge; ${fastest} is the fastest. This one is at ${percent}% of the limit.`,
      )}
    </p>`;
  }

  private renderTake(label: string, value: number, rate: number): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${value === rate}
      @click=${() => {
        tellEntered(this, { field: 'rate', text: String(value) });
      }}
    >
      ${label}
    </button>`;
  }

  private onStart(event: Event): void {
    const kind = START_KINDS.find((each) => each === chosenValue(event));
    if (kind) tellChosen(this, { of: 'start', kind });
  }
}

const START_KINDS: readonly StartKind[] = ['article', 'torch', 'zeros', 'ones', 'near', 'typed'];

/** A nearly black image allows rates past what can be entered. */
function withinRange(rate: number): number {
  return Math.min(LIMITS.rate.maximum, Math.max(LIMITS.rate.minimum, rate));
}

function renderStart(kind: StartKind, label: string, start: LearningStart, disabled = false): TemplateResult {
  return html`<option value=${kind} ?selected=${start.kind === kind} ?disabled=${disabled}>${label}</option>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-setup': LearningSetupElement;
  }
}
