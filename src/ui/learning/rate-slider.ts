/** The learning rate on a scale that shows where the fastest rate and the limit of the image lie. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber, roundDown } from '../../math/format.ts';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    'rate-slid': CustomEvent<number>;
    'rate-settled': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-rate-slider': RateSliderElement;
  }
}

/** The scale goes this far past the limit. */
const SCALE_PAST_LIMIT = 1.5;
const SCALE_STEPS = 300;

@customElement('corr2d-rate-slider')
export class RateSliderElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        outline: var(--lit-rate, 0) solid var(--focus);
        outline-offset: 2px;
        --thumb: 1rem;
      }

      .scale {
        position: relative;
        padding-bottom: 1.375rem;
      }

      input {
        display: block;
        width: 100%;
      }

      .past {
        position: absolute;
        top: 0.625rem;
        right: 0;
        height: 0.5rem;
        border-radius: 0 4px 4px 0;
        background: var(--fault-tint);
        border: 1px solid var(--fault);
        border-left-width: 2px;
        pointer-events: none;
      }

      .mark {
        position: absolute;
        top: 1.5rem;
        padding: 0 0.3rem;
        border-left: var(--line) solid var(--rule-strong);
        color: var(--ink-soft);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
        line-height: 1.4;
        white-space: nowrap;
      }

      .mark.before {
        transform: translateX(-100%);
        border-left: 0;
        border-right: var(--line) solid var(--rule-strong);
      }

      .mark.limit {
        border-left-color: var(--fault);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ type: Number }) rate = 0;
  @property({ type: Number }) best = 0;
  @property({ type: Number }) limit = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const end = this.limit * SCALE_PAST_LIMIT;
    const step = roundDown(end / SCALE_STEPS, 1);
    return html`<div class="scale">
      <span class="past" style=${styleMap({ left: this.placeOf(this.limit) })}></span>
      <input
        type="range"
        aria-label=${msg('Learning rate, as a slider')}
        aria-valuetext=${this.valueText()}
        min=${step}
        max=${end}
        step=${step}
        .value=${live(String(Math.min(this.rate, end)))}
        @input=${this.onInput}
        @change=${this.onChange}
      />
      <span aria-hidden="true">
        ${
          this.best < this.limit
            ? html`<span class="mark before" style=${styleMap({ left: this.placeOf(this.best) })}
                >${msg(str`best ${shown(Number(this.best.toPrecision(3)))}`)}</span
              >`
            : nothing
        }
        <span class="mark limit" style=${styleMap({ left: this.placeOf(this.limit) })}
          >${msg(str`limit ${shown(roundDown(this.limit, 3))}`)}</span
        >
      </span>
    </div>`;
  }

  private valueText(): string {
    const rate = shown(this.rate);
    const percent = Math.round((100 * this.rate) / this.limit);
    return msg(str`${rate}, ${percent} percent of the limit`);
  }

  /** Where the middle of the thumb stands for a rate. */
  private placeOf(rate: number): string {
    const share = rate / (this.limit * SCALE_PAST_LIMIT);
    return `calc(var(--thumb) / 2 + ${String(share)} * (100% - var(--thumb)))`;
  }

  private onInput(event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      this.tell('rate-slid', Number(event.target.valueAsNumber.toPrecision(3)));
    }
  }

  private onChange(): void {
    this.tell('rate-settled', null);
  }

  private tell<Name extends 'rate-slid' | 'rate-settled'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function shown(rate: number): string {
  return formatNumber(rate, 6);
}
