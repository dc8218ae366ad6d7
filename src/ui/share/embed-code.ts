/** Chooses how a figure stands in somebody's page, and shows the HTML for it. Props in, text out. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import { DEFAULT_CONTROLS, sceneControls, type FigureControl } from '../../state/figure-controls.ts';
import '../field/copy-button.ts';
import { asLocale } from '../shell/locale.ts';
import { asTheme } from '../shell/preferences.ts';
import { controlStyle } from '../style/controls.ts';
import { controlName } from '../wording/control-text.ts';
import { sceneTitle } from '../wording/scene-text.ts';
import { embedCode, type EmbedChoice } from './embed-text.ts';

@customElement('corr2d-embed-code')
export class EmbedCodeElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
      }

      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
        gap: var(--space-1) var(--space-3);
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        margin-bottom: var(--space-1);
        font-weight: 600;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }

      .choice input {
        flex: none;
      }

      .selects {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
      }

      .selects label {
        display: grid;
        gap: var(--space-1);
        font-size: var(--text-s);
      }

      pre {
        max-height: 14rem;
        margin: 0;
        padding: var(--space-3);
        overflow: auto;
        border-radius: var(--radius);
        background: var(--sunken);
        font: var(--text-s) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** To what the figure shows, as the page's Share gives it; empty while it is made. */
  @property() link = '';
  @property() scene: SceneName = 'correlation';
  @state() private choice: EmbedChoice = {
    kind: 'frame',
    controls: DEFAULT_CONTROLS,
    lang: null,
    theme: 'auto',
    fitted: true,
  };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private get code(): string {
    const title = sceneTitle(this.scene);
    return this.link === ''
      ? ''
      : embedCode(this.link, msg(str`${title}: a figure to try things out on`), this.choice);
  }

  override render(): TemplateResult {
    const { choice } = this;
    return html`
      <fieldset>
        <legend>${msg('Shown with the figure')}</legend>
        ${sceneControls(this.scene).map((control) => this.renderControl(control))}
      </fieldset>
      <div class="selects">${this.renderKind()} ${this.renderLanguage()} ${this.renderTheme()}</div>
      <label class="choice" ?hidden=${choice.kind === 'element'}>
        <input
          type="checkbox"
          .checked=${choice.fitted}
          @change=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.choice = { ...choice, fitted: target.checked };
          }}
        />
        ${msg('with a script that makes the frame as high as the figure')}
      </label>
      <pre tabindex="0" aria-label=${msg('HTML for your page')}>${this.code}</pre>
      <corr2d-copy-button .label=${msg('Copy the HTML')} .makeText=${() => this.code}></corr2d-copy-button>
    `;
  }

  private renderControl(control: FigureControl): TemplateResult {
    const { choice } = this;
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${choice.controls.includes(control)}
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return;
          const others = choice.controls.filter((other) => other !== control);
          this.choice = { ...choice, controls: target.checked ? [...others, control] : others };
        }}
      />
      ${controlName(control)}
    </label>`;
  }

  private renderKind(): TemplateResult {
    return html`<label>
      ${msg('As')}
      <select
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement)
            this.choice = { ...this.choice, kind: target.value === 'element' ? 'element' : 'frame' };
        }}
      >
        <option value="frame">${msg('a frame (iframe)')}</option>
        <option value="element">${msg('a custom element')}</option>
      </select>
    </label>`;
  }

  private renderLanguage(): TemplateResult {
    return html`<label>
      ${msg('Language')}
      <select
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement)
            this.choice = { ...this.choice, lang: asLocale(target.value) };
        }}
      >
        <option value="">${msg('the visitor’s')}</option>
        <option value="en" lang="en">English</option>
        <option value="zh-CN" lang="zh-CN">中文</option>
      </select>
    </label>`;
  }

  private renderTheme(): TemplateResult {
    return html`<label>
      ${msg('Theme')}
      <select
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement)
            this.choice = { ...this.choice, theme: asTheme(target.value) ?? 'auto' };
        }}
      >
        <option value="auto">${msg('the visitor’s')}</option>
        <option value="light">${msg('light')}</option>
        <option value="dark">${msg('dark')}</option>
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-embed-code': EmbedCodeElement;
  }
}
