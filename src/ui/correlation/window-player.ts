/** Plays the sliding window: previous, play or pause, next, a scrubber, a speed. It holds no position of its own. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    /** The window was moved to a position, counted in reading order from 0. */
    'window-moved': CustomEvent<number>;
    'playing-changed': CustomEvent<boolean>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-window-player': WindowPlayerElement;
  }
}

/** Positions a second. */
const SPEEDS = [0.5, 1, 2, 4, 8] as const;

@customElement('corr2d-window-player')
export class WindowPlayerElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      input {
        flex: 1 1 8rem;
      }

      .place {
        min-width: 4.5em;
        font-variant-numeric: tabular-nums;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .filled {
        fill: currentcolor;
      }
    `,
  ];

  @property({ type: Number }) position = 0;
  @property({ type: Number }) count = 1;
  @property({ type: Boolean }) playing = false;

  @state() private speed = 2;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put back into the page while playing, it plays on.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopTimer();
  }

  override updated(): void {
    if (this.playing && this.isConnected && this.timer === null) this.startTimer();
    if (!this.playing) this.stopTimer();
  }

  override render(): TemplateResult {
    const playLabel = this.playing ? msg('Pause') : msg('Play');
    const place = msg(str`${this.position + 1} of ${this.count}`);
    return html`<div class="bar" role="group" aria-label=${msg('Sliding window')}>
      ${this.renderStep(-1, msg('Previous position'), svg`<path d="M15 5 8 12l7 7" />`)}
      <button class="primary" type="button" @click=${this.onPlay}>
        ${this.playing ? icon(svg`<path d="M8 5v14M16 5v14" />`) : icon(svg`<path class="filled" d="M7 5v14l12-7z" />`)}
        ${playLabel}
      </button>
      ${this.renderStep(1, msg('Next position'), svg`<path d="m9 5 7 7-7 7" />`)}
      <input
        type="range"
        min="0"
        max=${this.count - 1}
        .value=${live(String(this.position))}
        aria-label=${msg('Position of the window')}
        aria-valuetext=${place}
        @input=${this.onScrub}
      />
      <span class="place" aria-hidden="true">${place}</span>
      <select aria-label=${msg('Speed')} @change=${this.onSpeed}>
        ${SPEEDS.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === this.speed}>
              ${msg(str`${speed} a second`)}
            </option>`,
        )}
      </select>
    </div>`;
  }

  private renderStep(direction: 1 | -1, label: string, path: TemplateResult): TemplateResult {
    const next = this.position + direction;
    return html`<button
      class="icon"
      type="button"
      aria-label=${label}
      title=${label}
      ?disabled=${next < 0 || next >= this.count}
      @click=${() => {
        this.tellPlaying(false);
        this.tellMoved(next);
      }}
    >
      ${icon(path)}
    </button>`;
  }

  private onPlay(): void {
    if (!this.playing && this.position >= this.count - 1) this.tellMoved(0);
    this.tellPlaying(!this.playing);
  }

  private onScrub(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.tellPlaying(false);
    this.tellMoved(Number(event.target.value));
  }

  private onSpeed(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.speed = Number(event.target.value);
    this.stopTimer();
    if (this.playing) this.startTimer();
  }

  private startTimer(): void {
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.position >= this.count - 1) this.tellPlaying(false);
      else this.tellMoved(this.position + 1);
      this.requestUpdate();
    }, 1000 / this.speed);
  }

  private stopTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private tellMoved(position: number): void {
    this.dispatchEvent(new CustomEvent('window-moved', { detail: position, bubbles: true, composed: true }));
  }

  private tellPlaying(playing: boolean): void {
    if (playing === this.playing) return;
    this.dispatchEvent(
      new CustomEvent('playing-changed', { detail: playing, bubbles: true, composed: true }),
    );
  }
}

function icon(path: TemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>`;
}
