/** The choice of a theme: the system's own list, opened from a sign in the head of the page. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';
import { themeText } from '../wording/theme-text.ts';
import { asTheme, THEMES, type Theme } from './preferences.ts';

declare global {
  interface HTMLElementEventMap {
    'theme-chosen': CustomEvent<Theme>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-theme-choice': ThemeChoiceElement;
  }
}

@customElement('corr2d-theme-choice')
export class ThemeChoiceElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      label {
        position: relative;
        display: grid;
        place-items: center;
        height: 2.25rem;
        border: var(--line) solid transparent;
        border-radius: var(--radius);
      }

      label:hover {
        border-color: var(--rule-strong);
      }

      label:has(:focus-visible) {
        outline: var(--ring) solid var(--focus);
        outline-offset: 2px;
      }

      /* Over the sign, which is all of it that is seen. */
      select {
        position: absolute;
        inset: 0;
        width: 100%;
        min-width: 0;
        min-height: 0;
        opacity: 0;
        cursor: pointer;
      }

      option {
        background: var(--surface);
        color: var(--ink);
      }
    `,
  ];

  @property() theme: Theme = 'auto';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<label title=${msg('Theme')}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="8" />
        <path d="M12 4a8 8 0 0 1 0 16z" fill="currentcolor" />
      </svg>
      <select aria-label=${msg('Theme')} @change=${this.onChange}>
        ${THEMES.map(
          (theme) =>
            html`<option value=${theme} ?selected=${theme === this.theme}>${themeText(theme)}</option>`,
        )}
      </select>
    </label>`;
  }

  private onChange({ target }: Event): void {
    const detail = asTheme(target instanceof HTMLSelectElement ? target.value : null);
    if (detail)
      this.dispatchEvent(new CustomEvent('theme-chosen', { detail, bubbles: true, composed: true }));
  }
}
