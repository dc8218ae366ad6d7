/** What computes, why, and what a call to it costs; a switch forces either engine. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { EngineInfo } from '../../engine/index.ts';
import type { EngineChoice } from '../../state/engine-host.ts';
import { controlStyle } from '../style/controls.ts';
import { costText, pickText } from '../wording/engine-text.ts';
import type { Locale } from './locale.ts';
import type { ShownEngine } from './shown-engine.ts';

declare global {
  interface HTMLElementEventMap {
    'engine-chosen': CustomEvent<EngineChoice>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-engine-badge': EngineBadgeElement;
  }
}

@customElement('corr2d-engine-badge')
export class EngineBadgeElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      /* All border, which shows in forced colours, too. */
      .dot {
        border: 0.25rem solid var(--rule-strong);
        border-radius: 50%;
      }

      .webgpu .dot {
        border-color: var(--target);
      }

      button.badge {
        border-radius: 999px;
        min-height: 2rem;
        font-size: var(--text-s);
      }

      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        width: min(22rem, calc(100% - 2rem));
        padding: var(--space-4);
        border: var(--line) solid var(--rule);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--surface);
        color: var(--ink);
        box-shadow: 0 8px 30px rgb(0 0 0 / 18%);
      }

      p {
        margin: 0 0 var(--space-3);
      }

      .adapter,
      .cost {
        color: var(--ink-soft);
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }

      fieldset {
        display: grid;
        gap: var(--space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: var(--space-2);
        font-weight: 600;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }

      input {
        accent-color: var(--kernel-ink);
        width: 1.125rem;
        height: 1.125rem;
        margin: 0;
      }

      @media (max-width: 30rem) {
        button.badge {
          gap: var(--space-1);
          padding: 0 var(--space-2);
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) engine: ShownEngine | null = null;
  @property() locale: Locale = 'en';

  @query('[popover]') private readonly panel!: HTMLElement;
  @query('.badge') private readonly badge!: HTMLElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const info = this.engine?.info ?? null;
    const name = info === null ? msg('Opening…') : info.kind === 'webgpu' ? 'WebGPU' : 'CPU';
    return html`<button
        class="badge ${info?.kind ?? ''}"
        type="button"
        popovertarget="panel"
        aria-label=${msg(str`Engine: ${name}`)}
      >
        <span class="dot"></span>${info === null ? '…' : name}
      </button>
      <div id="panel" popover @beforetoggle=${this.onToggle}>
        ${this.engine && info ? this.renderInfo(this.engine, info) : nothing}
        <fieldset>
          <legend>${msg('Compute on')}</legend>
          ${this.renderChoice('auto', msg('Automatic: a GPU where there is one'))}
          ${this.renderChoice('webgpu', msg('WebGPU, software adapters included'))}
          ${this.renderChoice('cpu', msg('CPU'))}
        </fieldset>
      </div>`;
  }

  private renderInfo({ choice, cost, multiplyAdds }: ShownEngine, info: EngineInfo): TemplateResult {
    return html`<p>${pickText(info, choice)}</p>
      <p class="adapter">${info.adapter}</p>
      ${cost ? html`<p class="cost">${costText(cost, multiplyAdds, this.locale)}</p>` : nothing}`;
  }

  private renderChoice(choice: EngineChoice, label: string): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="engine"
        .checked=${this.engine?.choice === choice}
        @change=${() => {
          this.dispatchEvent(
            new CustomEvent('engine-chosen', { detail: choice, bubbles: true, composed: true }),
          );
        }}
      />${label}
    </label>`;
  }

  /** Anchors the panel under the badge, inside the window. */
  private onToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    const { bottom, right } = this.badge.getBoundingClientRect();
    const fromRight = Math.max(16, document.documentElement.clientWidth - right);
    const width = Math.min(352, document.documentElement.clientWidth - 32);
    const fits = document.documentElement.clientWidth - fromRight - width >= 16;
    this.panel.style.top = `${String(bottom + 6)}px`;
    this.panel.style.right = `${String(fits ? fromRight : 16)}px`;
  }
}
