/** The colours of a response: a legend, which colours, and over which range; a slot at the end of the row. It tells what was chosen and judges nothing. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { extremesOf, makeScale, type ScaleColors, type ScaleRange } from '../../math/value-scale.ts';
import { DEFAULT_VIEW, type ResponseView } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import '../field/number-field.ts';
import { controlStyle } from '../style/controls.ts';
import './value-legend.ts';

/** What was entered for an end of a fixed range. */
export interface RangeEntered {
  readonly end: 'low' | 'high';
  readonly text: string;
}

declare global {
  interface HTMLElementEventMap {
    'colors-chosen': CustomEvent<ScaleColors>;
    'range-chosen': CustomEvent<ScaleRange>;
    'range-entered': CustomEvent<RangeEntered>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-response-colors': ResponseColorsElement;
  }
}

const COLORS = ['signed', 'grey', 'absolute'] as const satisfies readonly ScaleColors[];
const RANGES = ['symmetric', 'automatic', 'fixed'] as const satisfies readonly ScaleRange['kind'][];

@customElement('corr2d-response-colors')
export class ResponseColorsElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--space-3) var(--space-4);
        margin-top: var(--space-5);
      }

      label {
        flex: 0 1 auto;
        min-width: 0;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      select {
        color: var(--ink);
        font-size: var(--text-m);
      }

      corr2d-value-legend {
        align-self: center;
      }

      corr2d-number-field {
        --field-width: 4.5rem;
      }

      ::slotted(*) {
        align-self: flex-end;
      }
    `,
  ];

  @property({ attribute: false }) view: ResponseView = DEFAULT_VIEW;
  @property({ attribute: false }) values: ArrayLike<number> = [];
  /** Messages by end. */
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { colors, range } = this.view;
    return html`<corr2d-value-legend
        .scale=${makeScale(this.values, colors, range)}
        .values=${this.values}
      ></corr2d-value-legend>
      <label
        >${msg('Colours')}
        <select .value=${live(colors)} @change=${this.onColors}>
          ${COLORS.map((each) => html`<option value=${each} ?selected=${each === colors}>${colorsText(each)}</option>`)}
        </select></label
      >
      <label
        >${msg('Range')}
        <select .value=${live(range.kind)} @change=${this.onRange}>
          ${RANGES.map((each) => html`<option value=${each} ?selected=${each === range.kind}>${rangeText(each)}</option>`)}
        </select></label
      >
      ${range.kind === 'fixed' ? this.renderEnds(range.low, range.high) : nothing}
      <slot></slot>`;
  }

  private renderEnds(low: number, high: number): TemplateResult {
    return html`${this.renderEnd('low', msg('from'), low)} ${this.renderEnd('high', msg('to'), high)}`;
  }

  private renderEnd(end: RangeEntered['end'], label: string, value: number): TemplateResult {
    return html`<corr2d-number-field
      plain
      .label=${label}
      .value=${value}
      .minimum=${LIMITS.scale.minimum}
      .maximum=${LIMITS.scale.maximum}
      .fault=${this.faults.get(end) ?? ''}
      @field-entered=${(event: CustomEvent<string>) => {
        this.tell('range-entered', { end, text: event.detail });
      }}
    ></corr2d-number-field>`;
  }

  private onColors(event: Event): void {
    const { target } = event;
    const chosen = COLORS.find((each) => target instanceof HTMLSelectElement && target.value === each);
    if (chosen) this.tell('colors-chosen', chosen);
  }

  private onRange(event: Event): void {
    const { target } = event;
    const kind = RANGES.find((each) => target instanceof HTMLSelectElement && target.value === each);
    if (kind === undefined) return;
    const [low, high] = extremesOf(this.values).map((end) => Number(end.toPrecision(6)));
    this.tell('range-chosen', kind === 'fixed' ? { kind, low: low ?? 0, high: high ?? 0 } : { kind });
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function colorsText(colors: ScaleColors): string {
  switch (colors) {
    case 'signed':
      return msg('signed, zero uncoloured');
    case 'grey':
      return msg('grey');
    case 'absolute':
      return msg('absolute value');
  }
}

function rangeText(kind: ScaleRange['kind']): string {
  switch (kind) {
    case 'automatic':
      return msg('least to greatest');
    case 'symmetric':
      return msg('symmetric about zero');
    case 'fixed':
      return msg('fixed');
  }
}
