/** The tools of a picture: what draws, how broad, in which grey, filled or not, and what the stamp leaves. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LIMITS } from '../../state/limits.ts';
import '../field/number-field.ts';
import { toolKey } from '../grid/paint-keys.ts';
import { DEFAULT_SETTINGS, PAINT_TOOLS, type PaintSettings, type PaintTool } from '../grid/paint-settings.ts';
import { controlStyle } from '../style/controls.ts';
import { toolName } from '../wording/tool-text.ts';
import { rasterizeGlyph } from './glyph.ts';

declare global {
  interface HTMLElementEventMap {
    'settings-chosen': CustomEvent<PaintSettings>;
    /** Any number was entered as what the brush leaves. */
    'brush-value-entered': CustomEvent<string>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-paint-tools': PaintToolsElement;
  }
}

const ICONS: Readonly<Record<PaintTool, TemplateResult>> = {
  pencil: svg`<path d="M4 20l1-5L16 4l4 4L9 19l-5 1z" />`,
  eraser: svg`<path d="M9 19l-5-5 9-9 7 7-7 7H9zM8 10l6 6" />`,
  line: svg`<path d="M5 19L19 5" />`,
  rectangle: svg`<path d="M4 6h16v12H4z" />`,
  ellipse: svg`<ellipse cx="12" cy="12" rx="8.5" ry="6.5" />`,
  fill: svg`<path d="M5 12l7-7 7 7-7 7zM5 12h14M20 15c1.5 2 1.5 3.5 0 4-1.5-.5-1.5-2 0-4z" />`,
  stamp: svg`<path d="M5 19L11 5h2l6 14M7.5 14h9" />`,
  select: svg`<path d="M5 5h3M11 5h3M17 5h2v2M19 10v3M19 16v3h-2M13 19h-3M7 19H5v-2M5 14v-3M5 8V5" />`,
};

const SIZES = [1, 2, 3, 4, 5] as const;
const GREYS = [0, 0.25, 0.5, 0.75, 1] as const;
const STAMP_SIZES = [6, 8, 12, 16, 24] as const;

@customElement('corr2d-paint-tools')
export class PaintToolsElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        --control-height: 2rem;
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 2px;
      }

      .tools button {
        width: 2rem;
        padding: 0;
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      select,
      .glyph {
        min-height: 2rem;
        color: var(--ink);
      }

      corr2d-number-field {
        --field-width: 3.5rem;
      }

      .glyph {
        width: 2.75rem;
        padding: 0 var(--space-2);
        border: var(--line) solid var(--rule);
        border-radius: var(--radius);
        background: var(--surface);
        text-align: center;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) settings: PaintSettings = DEFAULT_SETTINGS;
  /** The brush takes any number, not grey levels alone. */
  @property({ type: Boolean, attribute: 'any-value' }) anyValue = false;
  /** Why a number that was entered cannot be the brush's. */
  @property() valueFault = '';
  /** The brush's number is typed. */
  @state() private typesValue = false;
  @state() private glyph = 'A';
  @state() private glyphSize = 8;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** A stamp that was chosen by its key has nothing to leave yet. */
  override updated(changed: PropertyValues<this>): void {
    const { tool, stamp } = this.settings;
    if (changed.has('settings') && tool === 'stamp' && !stamp && changed.get('settings')?.tool !== 'stamp')
      this.choose({});
  }

  override render(): TemplateResult {
    const { tool } = this.settings;
    const isShape = tool === 'rectangle' || tool === 'ellipse';
    return html`<div class="tools" role="toolbar" aria-label=${msg('Drawing tools')}>
        ${PAINT_TOOLS.map((each) => this.renderTool(each))}
      </div>
      ${tool === 'fill' || tool === 'stamp' || tool === 'select' ? nothing : this.renderSize()}
      ${tool === 'eraser' || tool === 'select' ? nothing : this.renderValue()}
      ${isShape ? this.renderFilled() : nothing} ${tool === 'stamp' ? this.renderStamp() : nothing}`;
  }

  private renderTool(tool: PaintTool): TemplateResult {
    const key = toolKey(tool).toUpperCase();
    return html`<button
      type="button"
      data-tool=${tool}
      aria-pressed=${tool === this.settings.tool ? 'true' : 'false'}
      aria-label=${toolName(tool)}
      aria-keyshortcuts=${key}
      title="${toolName(tool)} (${key})"
      @click=${() => {
        this.choose({ tool });
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[tool]}</svg>
    </button>`;
  }

  private renderSize(): TemplateResult {
    return html`<label
      >${msg('brush')}
      <select
        @change=${(event: Event) => {
          this.choose({ size: selected(event) });
        }}
      >
        ${SIZES.map((size) => html`<option value=${size} ?selected=${size === this.settings.size}>${size}</option>`)}
      </select></label
    >`;
  }

  private renderValue(): TemplateResult {
    const { value } = this.settings;
    const types = this.typesValue || (value !== 'invert' && !GREYS.some((grey) => grey === value));
    return html`<label
        >${this.anyValue ? msg('value') : msg('grey')}
        <select data-field="value" @change=${this.onValue}>
          <option value="invert" ?selected=${value === 'invert' && !types}>${msg('inverts')}</option>
          ${GREYS.map((grey) => html`<option value=${grey} ?selected=${grey === value && !types}>${greyName(grey)}</option>`)}
          ${this.anyValue ? html`<option value="typed" ?selected=${types}>${msg('a number…')}</option>` : nothing}
        </select></label
      >
      ${types ? this.renderNumber() : nothing}`;
  }

  private renderNumber(): TemplateResult {
    const { value } = this.settings;
    return html`<corr2d-number-field
      .label=${msg('number')}
      .value=${value === 'invert' ? 0 : value}
      .minimum=${LIMITS.value.minimum}
      .maximum=${LIMITS.value.maximum}
      .fault=${this.valueFault}
      @field-entered=${({ detail }: CustomEvent<string>) => {
        this.dispatchEvent(new CustomEvent('brush-value-entered', { detail }));
      }}
    ></corr2d-number-field>`;
  }

  private onValue(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.typesValue = value === 'typed';
    if (this.typesValue) this.choose({ value: this.settings.value === 'invert' ? 0 : this.settings.value });
    else this.choose({ value: value === 'invert' ? 'invert' : Number(value) });
  }

  private renderFilled(): TemplateResult {
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.settings.filled}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) this.choose({ filled: event.target.checked });
        }}
      />
      ${msg('filled')}</label
    >`;
  }

  private renderStamp(): TemplateResult {
    return html`<label
        >${msg('character')}
        <input
          class="glyph"
          maxlength="4"
          autocomplete="off"
          .value=${this.glyph}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) this.glyph = event.target.value;
            this.choose({});
          }}
      /></label>
      <label
        >${msg('height')}
        <select
          @change=${(event: Event) => {
            this.glyphSize = selected(event);
            this.choose({});
          }}
        >
          ${STAMP_SIZES.map((size) => html`<option value=${size} ?selected=${size === this.glyphSize}>${size}</option>`)}
        </select></label
      >`;
  }

  private choose(change: Partial<PaintSettings>): void {
    const settings = { ...this.settings, ...change };
    const stamp = settings.tool === 'stamp' ? rasterizeGlyph(this.glyph, this.glyphSize) : settings.stamp;
    this.dispatchEvent(new CustomEvent('settings-chosen', { detail: { ...settings, stamp } }));
  }
}

function selected(event: Event): number {
  return event.target instanceof HTMLSelectElement ? Number(event.target.value) : NaN;
}

function greyName(grey: number): string {
  if (grey === 0) return msg('0 black');
  return grey === 1 ? msg('1 white') : String(grey);
}
