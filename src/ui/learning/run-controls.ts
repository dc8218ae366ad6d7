/** Run, pause, step, step back and reset of a learning run, its speed, and a slider to any epoch taken. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RunSpeed, SessionStatus } from '../../state/learning-session.ts';
import { controlStyle } from '../style/controls.ts';

export type RunCommand = 'step' | 'back' | 'run' | 'pause' | 'reset';

declare global {
  interface HTMLElementEventMap {
    'run-commanded': CustomEvent<RunCommand>;
    'speed-chosen': CustomEvent<RunSpeed>;
    /** To a step that was taken. */
    'step-sought': CustomEvent<number>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-run-controls': RunControlsElement;
  }
}

const SPEEDS: readonly RunSpeed[] = [1, 3, 10, 30, 'fast'];

@customElement('corr2d-run-controls')
export class RunControlsElement extends LitElement {
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

      .bar + .bar {
        margin-top: var(--space-2);
      }

      input[type='range'] {
        flex: 1 1 8rem;
        max-width: 20rem;
      }

      output {
        color: var(--ink-soft);
        font-variant-numeric: tabular-nums;
        outline: var(--lit-epoch, 0) solid var(--focus);
      }

      .filled {
        fill: currentcolor;
      }
    `,
  ];

  @property() status: SessionStatus = 'ready';
  @property({ type: Number }) step = 0;
  @property({ type: Number }) steps = 0;
  /** Steps ever taken; the run can be looked at after any of them. */
  @property({ type: Number }) taken = 0;
  @property() speed: RunSpeed = 3;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const running = this.status === 'running';
    const over = this.status === 'finished' || this.status === 'diverged' || this.status === 'failed';
    return html`<div class="bar" role="group" aria-label=${msg('Learning run')}>
        <button
          type="button"
          class="primary"
          ?disabled=${over}
          @click=${() => {
            this.command(running ? 'pause' : 'run');
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            ${running ? svg`<path d="M8 5v14M16 5v14" />` : svg`<path class="filled" d="M7 5v14l12-7z" />`}
          </svg>
          ${running ? msg('Pause') : msg('Run')}
        </button>
        <button
          type="button"
          ?disabled=${running || this.step === 0}
          @click=${() => {
            this.command('back');
          }}
        >
          ${msg('Step back')}
        </button>
        <button
          type="button"
          ?disabled=${running || over}
          @click=${() => {
            this.command('step');
          }}
        >
          ${msg('Step')}
        </button>
        <button
          type="button"
          ?disabled=${this.step === 0 && this.status === 'ready'}
          @click=${() => {
            this.command('reset');
          }}
        >
          ${msg('Reset')}
        </button>
        <select aria-label=${msg('Speed')} @change=${this.onSpeed}>
          ${SPEEDS.map(
            (speed) =>
              html`<option value=${speed} ?selected=${speed === this.speed}>${speedText(speed)}</option>`,
          )}
        </select>
      </div>
      <div class="bar">
        <input
          type="range"
          aria-label=${msg('Epoch shown')}
          min="0"
          max=${Math.max(1, this.taken)}
          .value=${live(String(this.step))}
          ?disabled=${this.taken === 0}
          @input=${this.onSeek}
        />
        <output>${msg(str`epoch ${this.step} of ${this.steps}`)}</output>
      </div>`;
  }

  private onSeek(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const detail = event.target.valueAsNumber;
    this.dispatchEvent(new CustomEvent('step-sought', { detail, bubbles: true, composed: true }));
  }

  private command(command: RunCommand): void {
    this.dispatchEvent(new CustomEvent('run-commanded', { detail: command, bubbles: true, composed: true }));
  }

  private onSpeed(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const speed: RunSpeed = event.target.value === 'fast' ? 'fast' : Number(event.target.value);
    this.dispatchEvent(new CustomEvent('speed-chosen', { detail: speed, bubbles: true, composed: true }));
  }
}

function speedText(speed: RunSpeed): string {
  return speed === 'fast' ? msg('as fast as it goes') : msg(str`${speed} a second`);
}
