/** Chooses how a figure stands in somebody's page, and shows the HTML for it. Props in, text out. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import { DEFAULT_CONTROLS, sceneControls, type FigureControl } from '../../state/figure-controls.ts';
import { usualHeight } from '../embed/usual-height.ts';
import '../field/copy-button.ts';
import { asLocale } from '../shell/locale.ts';
import { asTheme, THEMES } from '../shell/preferences.ts';
import { controlStyle } from '../style/controls.ts';
import { controlName } from '../wording/control-text.ts';
import { themeText } from '../wording/theme-text.ts';
import './embed-preview.ts';
import { embedAddress, embedCode, type EmbedChoice } from './embed-text.ts';

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
        margin: 0;
        padding: var(--space-3);
        overflow: auto;
        border-radius: var(--radius);
        background: var(--sunken);
        font: var(--text-s) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .hint {
        margin: 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  /** To what the figure shows, as the page's Share gives it; empty while it is made. */
  @property() link = '';
  @property() scene: SceneName = 'correlation';
  /** Tells screen readers what is in the frame. */
  @property() frameTitle = '';
  @state() private choice: EmbedChoice = {
    kind: 'frame',
    controls: DEFAULT_CONTROLS,
    lang: null,
    theme: 'auto',
    fitted: true,
    height: usualHeight('correlation'),
  };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  private get code(): string {
    return this.link === '' ? '' : embedCode(this.link, this.frameTitle, this.choice);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scene')) this.choice = { ...this.choice, height: usualHeight(this.scene) };
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
      ${choice.kind === 'element' && choice.lang ? this.renderLanguageHint() : nothing}
      ${this.renderPreview()}
      <corr2d-copy-button
        primary
        .label=${msg('Copy the HTML')}
        .makeText=${() => this.code}
      ></corr2d-copy-button>
      <pre tabindex="0" aria-label=${msg('HTML for your page')}>${this.code}</pre>
    `;
  }

  private renderLanguageHint(): TemplateResult {
    return html`<p class="hint">
      ${msg('All elements of a page speak one language, that of the first. For a page in two languages take frames.')}
    </p>`;
  }

  /** Only of our own origin: a link of another could not be measured. */
  private renderPreview(): TemplateResult | typeof nothing {
    const { link, choice } = this;
    if (!link.startsWith(`${location.origin}/`)) return nothing;
    return html`<corr2d-embed-preview
      .address=${embedAddress(link, choice)}
      .height=${choice.height}
      @height-measured=${({ detail }: CustomEvent<number>) => {
        this.choice = { ...this.choice, height: detail };
      }}
    ></corr2d-embed-preview>`;
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
        ${THEMES.map(
          (theme) =>
            html`<option value=${theme}>
              ${theme === 'auto' ? msg('the visitor’s') : themeText(theme)}
            </option>`,
        )}
      </select>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-embed-code': EmbedCodeElement;
  }
}
