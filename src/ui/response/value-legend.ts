/** A bar of the colours of a scale, with the values at its ends, zero, and how far the shown values really go. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatNumber } from '../../math/format.ts';
import type { Theme } from '../../math/ramp.ts';
import { extremesOf, scaleColor, scaleSamples, type ValueScale } from '../../math/value-scale.ts';
import { ThemeWatch } from '../style/theme-watch.ts';

const SAMPLES = 33;

@customElement('corr2d-value-legend')
export class ValueLegendElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: min(100%, 15rem);
      color: var(--ink-soft);
      font-size: var(--text-s);
      font-variant-numeric: tabular-nums;
    }

    .bar {
      forced-color-adjust: none;
      height: 0.75rem;
      border: var(--line) solid var(--rule-strong);
      border-radius: 3px;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }

    .ticks {
      position: relative;
      display: flex;
      justify-content: space-between;
      line-height: 1.3;
    }

    .zero {
      position: absolute;
      transform: translateX(-50%);
    }

    p {
      margin: 0;
    }

    .waiting {
      visibility: hidden;
    }
  `;

  @property({ attribute: false }) scale: ValueScale | null = null;
  @property({ attribute: false }) values: ArrayLike<number> = [];

  private readonly themes = new ThemeWatch(this);

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { scale } = this;
    if (!scale) return html``;
    const samples = scaleSamples(scale, SAMPLES);
    const [least, greatest] = extremesOf(this.values);
    const reach = msg(str`values from ${formatNumber(least, 2)} to ${formatNumber(greatest, 2)}`);
    const waiting = this.values.length === 0 ? 'waiting' : '';
    return html`<div
        class="bar"
        style=${styleMap({ background: gradient(scale, samples, this.themes.theme) })}
      ></div>
      <div class="ticks ${waiting}" aria-hidden="true">
        <span>${formatNumber(samples[0] ?? 0, 2)}</span>
        ${renderZero(samples)}
        <span>${formatNumber(samples.at(-1) ?? 0, 2)}</span>
      </div>
      <p class=${waiting}>${reach}</p>`;
  }
}

/** Zero on the bar, where it lies well between the ends. */
function renderZero(samples: readonly number[]): TemplateResult | typeof nothing {
  const first = samples[0] ?? 0;
  const last = samples.at(-1) ?? 0;
  const place = (0 - first) / (last - first);
  if (!(place > 0.2 && place < 0.8)) return nothing;
  return html`<span class="zero" style=${styleMap({ left: `${(100 * place).toFixed(1)}%` })}>0</span>`;
}

function gradient(scale: ValueScale, samples: readonly number[], theme: Theme): string {
  const stops = samples.map((value) => scaleColor(scale, value, theme).background);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-value-legend': ValueLegendElement;
  }
}
