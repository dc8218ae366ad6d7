/** The kernels of the literature, each with a picture of what it makes of the present image, and their parameters. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';
import type { Rows } from '../../math/kernels/fixed.ts';
import {
  DEFAULT_PARAMETERS,
  PRESET_NAMES,
  PRESETS,
  type ParameterName,
  type PresetName,
  type PresetParameters,
} from '../../math/kernels/preset.ts';
import type { NumberGrid } from '../../state/document.ts';
import { controlStyle } from '../style/controls.ts';
import { parameterName, presetName } from '../wording/preset-text.ts';
import './effect-picture.ts';

declare global {
  interface HTMLElementEventMap {
    'preset-chosen': CustomEvent<NumberGrid>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-kernel-gallery': KernelGalleryElement;
  }
}

const SLIDERS: Readonly<Record<ParameterName, { min: number; max: number; step: number; unit: string }>> = {
  size: { min: 2, max: 15, step: 1, unit: '' },
  sigma: { min: 0.3, max: 5, step: 0.1, unit: '' },
  angle: { min: -90, max: 90, step: 5, unit: '°' },
  wavelength: { min: 2, max: 15, step: 0.5, unit: '' },
};
const PARAMETER_NAMES = ['size', 'sigma', 'angle', 'wavelength'] as const satisfies readonly ParameterName[];

@customElement('corr2d-kernel-gallery')
export class KernelGalleryElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr));
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li button {
        flex-direction: column;
        gap: var(--space-1);
        width: 100%;
        height: 100%;
        padding: var(--space-1);
        font-size: var(--text-s);
        line-height: 1.25;
        white-space: normal;
      }

      .sliders {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
        gap: var(--space-1) var(--space-4);
      }

      label {
        display: grid;
        grid-template-columns: minmax(4.5rem, max-content) 1fr 2.75rem;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-s);
      }

      output {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  @state() private parameters: PresetParameters = DEFAULT_PARAMETERS;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<div class="sliders" role="group" aria-label=${msg('Parameters')}>
        ${PARAMETER_NAMES.map((name) => this.renderSlider(name))}
      </div>
      <ul>
        ${PRESET_NAMES.map((name) => html`<li>${this.renderPreset(name)}</li>`)}
      </ul>`;
  }

  private renderPreset(name: PresetName): TemplateResult {
    const kernel = toGrid(PRESETS[name].make(this.parameters));
    return html`<button
      type="button"
      data-preset=${name}
      @click=${() => {
        this.dispatchEvent(new CustomEvent('preset-chosen', { detail: kernel }));
      }}
    >
      <corr2d-effect-picture .image=${this.image} .kernel=${kernel}></corr2d-effect-picture>
      ${presetName(name)}
    </button>`;
  }

  private renderSlider(name: ParameterName): TemplateResult {
    const { min, max, step, unit } = SLIDERS[name];
    const value = this.parameters[name];
    return html`<label
      ><span>${parameterName(name)}</span>
      <input
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${String(value)}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this.setParameter(name, Number(event.target.value));
        }}
      />
      <output>${formatNumber(value, 1)}${unit}</output></label
    >`;
  }

  private setParameter(name: ParameterName, value: number): void {
    this.parameters = { ...this.parameters, [name]: value };
  }
}

/** Weights to six decimals: what a cell can show, and no rounding errors for zeros. */
function toGrid(rows: Rows): NumberGrid {
  const values = rows.flat().map((value) => Number(value.toFixed(6)) || 0);
  return { rows: rows.length, columns: rows[0]?.length ?? 0, values };
}
