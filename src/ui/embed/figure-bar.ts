/** The line under a figure in somebody's page: what can be taken back, who computes, and the way to the playground. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FigureControl } from '../../state/figure-controls.ts';
import { OnDemand } from '../loading/on-demand.ts';
import type { Locale } from '../shell/locale.ts';
import type { ShownEngine } from '../shell/shown-engine.ts';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    'restart-asked': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-figure-bar': FigureBarElement;
  }
}

const UNDO = svg`<path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6" />`;
const REDO = svg`<path d="m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6" />`;
const OUT = svg`<path d="M14 5h5v5M19 5l-8 8M9 6H5v13h13v-4" />`;

@customElement('corr2d-figure-bar')
export class FigureBarElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      a {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-height: 1.75rem;
        margin-inline-start: auto;
        color: var(--ink-soft);
        font-size: var(--text-s);
        text-underline-offset: 0.2em;
      }

      a:hover {
        color: var(--ink);
      }

      a svg {
        width: 1rem;
        height: 1rem;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) controls: readonly FigureControl[] = [];
  /** Names of what would be undone and redone; empty when there is nothing. */
  @property() undoName = '';
  @property() redoName = '';
  /** What is shown, in the playground; empty where no playground is known. */
  @property() href = '';
  @property({ attribute: false }) engine: ShownEngine | null = null;
  @property() locale: Locale = 'en';

  private readonly badge = new OnDemand(this, () => import('../shell/engine-badge.ts'));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // An engine is open after the first numbers: its badge does not delay them.
    const isTold = changed.has('controls') || changed.has('engine');
    if (isTold && this.controls.includes('engine') && this.engine?.info) this.badge.want();
  }

  override render(): TemplateResult {
    return html`
      ${this.controls.includes('undo') ? this.renderHistory() : nothing}
      ${
        this.controls.includes('engine')
          ? this.badge.show(
              () =>
                html`<corr2d-engine-badge
                  .engine=${this.engine}
                  .locale=${this.locale}
                ></corr2d-engine-badge>`,
            )
          : nothing
      }
      ${
        this.href === ''
          ? nothing
          : html`<a href=${this.href} target="_blank" rel="noopener"
              >${msg('Open in the playground')}<svg viewBox="0 0 24 24" aria-hidden="true">${OUT}</svg></a
            >`
      }
    `;
  }

  private renderHistory(): TemplateResult {
    return html`${this.renderStep('undo-asked', UNDO, this.undoName, msg('Undo'))}
      ${this.renderStep('redo-asked', REDO, this.redoName, msg('Redo'))}
      <button
        type="button"
        @click=${() => {
          this.tell('restart-asked');
        }}
      >
        ${msg('Start again')}
      </button>`;
  }

  private renderStep(
    name: 'undo-asked' | 'redo-asked',
    path: TemplateResult,
    what: string,
    verb: string,
  ): TemplateResult {
    const label = what ? msg(str`${verb}: ${what}`) : verb;
    return html`<button
      type="button"
      class="icon"
      aria-label=${label}
      title=${label}
      ?disabled=${!what}
      @click=${() => {
        this.tell(name);
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>
    </button>`;
  }

  private tell(name: 'undo-asked' | 'redo-asked' | 'restart-asked'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: null, bubbles: true, composed: true }));
  }
}
