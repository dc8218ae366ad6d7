/** The head of the page: scenes, undo and redo, language, theme, engine, share. It holds no state but its own menus. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import type { ShownDocument } from '../../state/document-file.ts';
import { controlStyle } from '../style/controls.ts';
import './load-tools.ts';
import type { Locale } from './locale.ts';
import type { Theme } from './preferences.ts';
import './scene-nav.ts';
import './share-button.ts';
import type { ShownEngine } from './shown-engine.ts';

declare global {
  interface HTMLElementEventMap {
    'locale-chosen': CustomEvent<Locale>;
    'undo-asked': CustomEvent<null>;
    'redo-asked': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-app-bar': AppBarElement;
  }
}

const UNDO = svg`<path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6" />`;
const REDO = svg`<path d="m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6" />`;

@customElement('corr2d-app-bar')
export class AppBarElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        border-bottom: var(--line) solid var(--rule);
      }

      header {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0 var(--space-5);
        max-width: var(--page-width);
        margin: 0 auto;
        padding: var(--space-2) var(--space-5);
      }

      .name {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font: 600 var(--text-l) / 1 var(--serif);
        white-space: nowrap;
      }

      .name svg {
        width: 1.5rem;
        height: 1.5rem;
        stroke: none;
      }

      .tools {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }

      .tools button.icon {
        border-color: transparent;
        background: transparent;
      }

      .language {
        border-color: transparent;
        background: transparent;
        padding: 0 var(--space-2);
        font-size: var(--text-s);
      }

      corr2d-share-button {
        margin-left: var(--space-2);
      }

      /* Its place, until it is there. */
      corr2d-documents-button,
      corr2d-theme-choice {
        min-width: 2.25rem;
      }

      corr2d-engine-badge {
        min-width: 4.75rem;
      }

      @media (max-width: 60rem) {
        header {
          grid-template-columns: 1fr auto;
          padding: var(--space-2) var(--space-5) 0;
        }

        corr2d-scene-nav {
          grid-row: 2;
          grid-column: 1 / -1;
          margin: 0 calc(-1 * var(--space-3));
        }
      }

      @media (max-width: 40rem) {
        header {
          padding: var(--space-2) var(--space-4) 0;
        }
      }

      @media (max-width: 30rem) {
        .name span {
          display: none;
        }

        header {
          padding: var(--space-1) var(--space-3) 0;
          gap: 0;
        }

        .tools {
          gap: 0;
        }

        .tools button.icon {
          width: 2rem;
        }

        corr2d-engine-badge {
          min-width: 4rem;
        }

        corr2d-documents-button,
        corr2d-theme-choice {
          min-width: 2rem;
        }

        .language {
          padding: 0 var(--space-1);
        }

        corr2d-scene-nav {
          margin: 0;
        }

        corr2d-share-button {
          margin-left: var(--space-1);
        }
      }

      @media (max-width: 24rem) {
        .name {
          display: none;
        }

        .tools {
          grid-column: 2;
        }
      }

      @media (max-width: 22rem) {
        .tools button.icon {
          width: 1.75rem;
        }

        corr2d-documents-button,
        corr2d-theme-choice {
          min-width: 1.75rem;
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property() scene: SceneName = 'correlation';
  @property() locale: Locale = 'en';
  @property() theme: Theme = 'auto';
  /** Names of what would be undone and redone; empty when there is nothing. */
  @property() undoName = '';
  @property() redoName = '';
  @property({ attribute: false }) engine: ShownEngine | null = null;
  @property({ attribute: false }) makeLink: () => Promise<string> = () => Promise.resolve(location.href);

  @property({ attribute: false }) present: () => ShownDocument | null = () => null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<header>
      <div class="name">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect x="1" y="1" width="30" height="30" rx="5" fill="var(--ink)" />
          <path d="M14 5h13v22H5V14h9z" fill="var(--paper)" opacity=".3" />
          <rect
            x="4.5"
            y="4.5"
            width="15"
            height="15"
            rx="1"
            fill="none"
            stroke="var(--kernel)"
            stroke-width="3"
          />
        </svg>
        <span>corr2d</span>
      </div>
      <corr2d-scene-nav .scene=${this.scene}></corr2d-scene-nav>
      <div class="tools">
        ${this.renderHistory('undo-asked', UNDO, this.undoName, msg('Undo'))}
        ${this.renderHistory('redo-asked', REDO, this.redoName, msg('Redo'))} ${this.renderLanguage()}
        <corr2d-theme-choice .theme=${this.theme}></corr2d-theme-choice>
        <corr2d-engine-badge .engine=${this.engine} .locale=${this.locale}></corr2d-engine-badge>
        <corr2d-documents-button .present=${this.present}></corr2d-documents-button>
        <corr2d-share-button .makeLink=${this.makeLink} .present=${this.present}></corr2d-share-button>
      </div>
    </header>`;
  }

  private renderHistory(
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
        this.tell(name, null);
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">${path}</svg>
    </button>`;
  }

  private renderLanguage(): TemplateResult {
    const other: Locale = this.locale === 'en' ? 'zh-CN' : 'en';
    return html`<button
      type="button"
      class="language"
      lang=${other}
      @click=${() => {
        this.tell('locale-chosen', other);
      }}
    >
      ${other === 'en' ? 'English' : '中文'}
    </button>`;
  }

  private tell<Name extends 'locale-chosen' | 'undo-asked' | 'redo-asked'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
