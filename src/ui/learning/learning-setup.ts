/** How learning starts and goes: teacher's size, start, seed, rate, epochs. It tells what was entered and judges nothing. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import type { LearningPart, LearningStart } from '../../state/document.ts';
import { LIMITS, type Range } from '../../state/limits.ts';
import '../field/number-field.ts';
import { controlStyle } from '../style/controls.ts';

export type SetupFieldName = 'teacher-rows' | 'teacher-columns' | 'seed' | 'rate' | 'steps';
export type StartKind = LearningStart['kind'];

export interface SetupEntered {
  readonly field: SetupFieldName;
  readonly text: string;
}

/** The rates that the image allows: see `rateLimits`. */
export interface ShownLimits {
  readonly largestStable: number;
  readonly best: number;
}

declare global {
  interface HTMLElementEventMap {
    'setup-entered': CustomEvent<SetupEntered>;
    'start-chosen': CustomEvent<StartKind>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-learning-setup': LearningSetupElement;
  }
}

@customElement('corr2d-learning-setup')
export class LearningSetupElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }

      .label {
        display: block;
        margin-bottom: 2px;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .limits {
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border-left: 3px solid var(--rule);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .limits.past {
        border-left-color: var(--fault);
        background: var(--fault-tint);
        color: var(--ink);
      }

      corr2d-number-field[data-field='rate'] {
        --field-width: 5.5rem;
      }

      corr2d-number-field[data-field='seed'],
      corr2d-number-field[data-field='steps'] {
        --field-width: 4.5rem;
      }
    `,
  ];

  @property({ attribute: false }) learning: LearningPart | null = null;
  @property({ attribute: false }) limits: ShownLimits | null = null;
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { learning } = this;
    if (!learning) return html``;
    const { start, teacher } = learning;
    return html`
      <div class="fields">
        ${this.field('rate', msg('Learning rate'), learning.rate, LIMITS.rate, 0.001)}
        ${this.field('steps', msg('Epochs'), learning.steps, LIMITS.steps)}
      </div>
      ${this.renderLimits(learning.rate)}
      <div class="fields">
        <div>
          <label class="label" for="start">${msg('Start from')}</label>
          <select id="start" @change=${this.onStart}>
            ${this.renderStart('article', msg('the tutorial’s start'), start, teacher.values.length !== 2)}
            ${this.renderStart('torch', msg('PyTorch, by seed'), start)}
            ${this.renderStart('zeros', msg('zeros'), start)}
            ${this.renderStart('typed', msg('typed numbers'), start)}
          </select>
        </div>
        ${start.kind === 'torch' ? this.field('seed', msg('Seed'), start.seed, LIMITS.seed) : nothing}
      </div>
      <div class="fields">
        ${this.field('teacher-rows', msg('Teacher rows'), teacher.rows, LIMITS.kernelSide)}
        ${this.field('teacher-columns', msg('Teacher columns'), teacher.columns, LIMITS.kernelSide)}
      </div>
    `;
  }

  private renderLimits(rate: number): TemplateResult {
    const { limits } = this;
    if (!limits || !Number.isFinite(limits.largestStable)) {
      return html`<p class="limits">${msg('On a black image every rate leaves the kernel as it is.')}</p>`;
    }
    const largest = formatNumber(floorTo(limits.largestStable, 4), 4);
    const best = formatNumber(limits.best, 4);
    if (rate >= limits.largestStable) {
      return html`<p class="limits past">
        ${msg(str`Too large for this image: rates below ${largest} converge, ${best} is the fastest.`)}
      </p>`;
    }
    return html`<p class="limits">
      ${msg(str`On this image rates below ${largest} converge; ${best} is the fastest.`)}
    </p>`;
  }

  private renderStart(
    kind: StartKind,
    label: string,
    start: LearningStart,
    disabled = false,
  ): TemplateResult {
    return html`<option value=${kind} ?selected=${start.kind === kind} ?disabled=${disabled}>
      ${label}
    </option>`;
  }

  private field(name: SetupFieldName, label: string, value: number, range: Range, step = 1): TemplateResult {
    return html`<corr2d-number-field
      data-field=${name}
      .label=${label}
      .value=${value}
      .step=${step}
      .minimum=${range.minimum}
      .maximum=${range.maximum}
      .fault=${this.faults.get(name) ?? ''}
      @field-entered=${(event: CustomEvent<string>) => {
        this.tell('setup-entered', { field: name, text: event.detail });
      }}
    ></corr2d-number-field>`;
  }

  private onStart(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    if (value === 'article' || value === 'torch' || value === 'zeros' || value === 'typed') {
      this.tell('start-chosen', value);
    }
  }

  private tell<Name extends 'setup-entered' | 'start-chosen'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** A limit is rounded down, so that the shown number is still inside it. */
function floorTo(value: number, decimals: number): number {
  return Math.floor(value * 10 ** decimals) / 10 ** decimals;
}
