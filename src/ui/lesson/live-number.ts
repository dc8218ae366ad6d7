/** A number in a sentence that can be dragged, and typed: the figure changes under the reader's hand (Victor 2011, "Tangle"). */
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../../math/format.ts';

/** CSS pixels of a drag for one step. */
const PIXELS_A_STEP = 8;
const LARGE_STEPS = 10;
/** Digits that come later than this begin a new number. */
const TYPING_MS = 1500;

/** What of the document a live number is. */
export type LiveName =
  | 'image-rows'
  | 'kernel-rows'
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'left-weight'
  | 'right-weight'
  | 'rate'
  | 'depth-layers'
  | 'depth-kernel';

export interface LiveNumber {
  readonly name: LiveName;
  readonly value: number;
}

declare global {
  interface HTMLElementEventMap {
    /** At every step of a drag, and at every key. */
    'number-moved': CustomEvent<LiveNumber>;
    /** The drag is over, or the key was one. */
    'number-settled': CustomEvent<LiveName>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-live-number': LiveNumberElement;
  }
}

@customElement('corr2d-live-number')
export class LiveNumberElement extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
    }

    [role='slider'] {
      display: inline-block;
      min-width: 1.5rem;
      padding: 0 0.25em;
      border-radius: 3px;
      background: var(--kernel-tint);
      box-shadow: inset 0 -2px 0 var(--kernel-line);
      color: var(--kernel-ink);
      font-variant-numeric: tabular-nums;
      font-weight: 600;
      line-height: 1.5rem;
      text-align: center;
      cursor: ew-resize;
      touch-action: pan-y;
      user-select: none;
      -webkit-user-select: none;
    }

    :focus-visible {
      outline: var(--ring) solid var(--focus);
      outline-offset: 1px;
    }

    @media (forced-colors: active) {
      [role='slider'] {
        border-bottom: 2px solid Highlight;
      }
    }

    @media print {
      [role='slider'] {
        padding: 0;
        background: none;
        box-shadow: none;
      }
    }
  `;

  @property() name: LiveName = 'rate';
  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) minimum = 0;
  @property({ type: Number }) maximum = 1;
  @property({ type: Number }) step = 1;

  /** What has been typed of a number so far. */
  @state() private typed = '';
  private typing: ReturnType<typeof setTimeout> | undefined;
  /** Where the drag began, and the value there. */
  private from: { readonly pointer: number; readonly x: number; readonly value: number } | null = null;

  override render(): TemplateResult {
    return html`<span
      role="slider"
      tabindex="0"
      aria-label=${this.label}
      aria-valuemin=${this.minimum}
      aria-valuemax=${this.maximum}
      aria-valuenow=${this.value}
      aria-valuetext=${formatNumber(this.value, 6)}
      @pointerdown=${this.onDown}
      @pointermove=${this.onMove}
      @pointerup=${this.onUp}
      @pointercancel=${this.onUp}
      @keydown=${this.onKeyDown}
      @blur=${this.endTyping}
      >${this.typed || formatNumber(this.value, 6)}</span
    >`;
  }

  private onDown(event: PointerEvent): void {
    const { currentTarget } = event;
    if (!event.isPrimary || event.button !== 0 || !(currentTarget instanceof HTMLElement)) return;
    this.from = { pointer: event.pointerId, x: event.clientX, value: this.value };
    currentTarget.setPointerCapture(event.pointerId);
    currentTarget.focus({ preventScroll: true });
    event.preventDefault();
  }

  private onMove(event: PointerEvent): void {
    const { from } = this;
    if (from?.pointer !== event.pointerId) return;
    const steps = Math.round((event.clientX - from.x) / PIXELS_A_STEP);
    this.moveTo(from.value + steps * this.step);
  }

  private onUp(event: PointerEvent): void {
    if (this.from?.pointer !== event.pointerId) return;
    this.from = null;
    this.settle();
  }

  private onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.type(event.key)) {
      event.preventDefault();
      return;
    }
    this.endTyping();
    const target = this.targetOf(event.key);
    if (target === null) return;
    event.preventDefault();
    this.moveTo(target);
    this.settle();
  }

  /** Whether the key was part of a number; what is typed counts as soon as it is one that can be. */
  private type(key: string): boolean {
    const typed = key === 'Backspace' ? this.typed.slice(0, -1) : this.typed + key.replace('-', '−');
    if (!(key === 'Backspace' ? this.typed : /^[\d.-]$/.test(key))) return false;
    clearTimeout(this.typing);
    this.typing = setTimeout(this.endTyping, TYPING_MS);
    this.typed = typed;
    const value = Number(typed.replace('−', '-') || NaN);
    const isWhole = Number.isInteger(value) || !Number.isInteger(this.step);
    if (isWhole && value >= this.minimum && value <= this.maximum) this.moveTo(value);
    return true;
  }

  private readonly endTyping = (): void => {
    clearTimeout(this.typing);
    if (this.typed === '') return;
    this.typed = '';
    this.settle();
  };

  /** As sliders are moved by keys (ARIA Authoring Practices Guide, slider pattern). */
  private targetOf(key: string): number | null {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return this.value + this.step;
      case 'ArrowLeft':
      case 'ArrowDown':
        return this.value - this.step;
      case 'PageUp':
        return this.value + LARGE_STEPS * this.step;
      case 'PageDown':
        return this.value - LARGE_STEPS * this.step;
      case 'Home':
        return this.minimum;
      case 'End':
        return this.maximum;
      default:
        return null;
    }
  }

  private moveTo(target: number): void {
    const value = Number(Math.min(Math.max(target, this.minimum), this.maximum).toFixed(6));
    if (value === this.value) return;
    this.tell('number-moved', { name: this.name, value });
  }

  private settle(): void {
    this.tell('number-settled', this.name);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
