/** A labelled number with − and +. It never judges: it tells the entered text and shows the fault it is given. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { asHistoryKey } from '../shell/history-key.ts';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    /** The text that was entered (Enter, or focus left), or the number that − or + led to. */
    'field-entered': CustomEvent<string>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-number-field': NumberFieldElement;
  }
}

@customElement('corr2d-number-field')
export class NumberFieldElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .label {
        display: block;
        margin-bottom: 2px;
        color: var(--ink-soft);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }

      .frame {
        display: inline-flex;
        max-width: 100%;
        border: var(--line) solid var(--rule);
        border-radius: var(--radius);
        background: var(--surface);
      }

      .frame:focus-within {
        border-color: var(--rule-strong);
      }

      .frame.faulty {
        border-color: var(--fault);
        background: var(--fault-tint);
      }

      input {
        width: var(--field-width, 3rem);
        min-width: 0;
        padding: 0;
        border: 0;
        background: transparent;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }

      button {
        width: 1.875rem;
        min-height: 2.125rem;
        padding: 0;
        border: 0;
        background: transparent;
      }

      .fault {
        display: block;
        margin-top: 2px;
        /* The field decides how wide it is, not its message. */
        contain: inline-size;
        min-width: 7.5rem;
        color: var(--fault);
        font-size: var(--text-s);
      }

      @media print {
        .frame button {
          display: none;
        }
      }
    `,
  ];

  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) step = 1;
  @property({ type: Number }) minimum = -Infinity;
  @property({ type: Number }) maximum = Infinity;
  @property() fault = '';
  @property({ type: Boolean }) disabled = false;
  /** Without the − and + buttons, for numbers that have no natural step. */
  @property({ type: Boolean }) plain = false;

  /** What is being typed; null while the field shows the value it was given. */
  @state() private draft: string | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // The refused text goes when its fault does, whoever mended it.
    if (changed.has('fault') && !this.fault && !this.matches(':focus-within')) this.draft = null;
  }

  override render(): TemplateResult {
    return html`<label class="label" for="input">${this.label}</label>
      <span class="frame ${this.fault ? 'faulty' : ''}">
        ${this.plain ? nothing : this.renderStepper(-1, '−')}
        <input
          id="input"
          inputmode=${this.minimum < 0 ? 'text' : 'decimal'}
          autocomplete="off"
          data-number
          ?disabled=${this.disabled}
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby="fault"
          .value=${live(this.draft ?? String(this.value))}
          @beforeinput=${this.onBeforeInput}
          @input=${this.onInput}
          @change=${this.onChange}
          @keydown=${this.onKeyDown}
          @focus=${this.onFocus}
        />
        ${this.plain ? nothing : this.renderStepper(1, '+')}
      </span>
      <span id="fault" class="fault" role="alert" ?hidden=${!this.fault}>${this.fault}</span>`;
  }

  private renderStepper(direction: 1 | -1, sign: string): TemplateResult {
    const next = this.value + direction * this.step;
    const label = direction < 0 ? msg(str`${this.label}: less`) : msg(str`${this.label}: more`);
    return html`<button
      type="button"
      tabindex="-1"
      aria-label=${label}
      ?disabled=${this.disabled || next < this.minimum || next > this.maximum}
      @click=${() => {
        this.nudge(direction);
      }}
    >
      ${sign}
    </button>`;
  }

  /** From what is shown, so that a step after typing counts on from there. */
  private nudge(direction: 1 | -1): void {
    const typed = Number(this.draft?.trim() ? this.draft : NaN);
    const from = Number.isFinite(typed) ? typed : this.value;
    const next = Number((from + direction * this.step).toFixed(6));
    if (next < this.minimum || next > this.maximum) return;
    this.enter(String(next));
  }

  private enter(text: string): void {
    const entered = this.draft;
    this.dispatchEvent(new CustomEvent('field-entered', { detail: text, bubbles: true, composed: true }));
    // By then whoever listened has given its verdict: a text that was refused stays, with its fault, and so does what
    // was typed since.
    setTimeout(() => {
      if (!this.fault && this.draft === entered) this.draft = null;
    });
  }

  private onInput(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.draft = event.target.value;
  }

  /** The history is the document's. */
  private onBeforeInput(event: InputEvent): void {
    if (event.inputType.startsWith('history')) event.preventDefault();
  }

  private onFocus(event: Event): void {
    if (event.target instanceof HTMLInputElement) event.target.select();
  }

  private onChange(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.enter(event.target.value);
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.nudge(event.key === 'ArrowUp' ? 1 : -1);
    }
    const undoes = asHistoryKey(event) === 'undo';
    const isTyped = this.draft !== null && this.draft !== String(this.value);
    if (undoes ? isTyped : event.key === 'Escape' && (this.draft !== null || this.fault)) {
      if (undoes) event.preventDefault();
      this.draft = null;
      if (this.fault || !undoes) this.enter(String(this.value));
    }
  }
}
