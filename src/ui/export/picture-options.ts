/** Format, look and size of a picture. Props in; it tells each choice as a whole. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PictureSource } from '../../state/picture/source.ts';
import { controlStyle } from '../style/controls.ts';
import { themeText } from '../wording/theme-text.ts';
import {
  FILM_SCALES,
  FILM_SPEEDS,
  FIRST_CHOICE,
  isFilm,
  RESOLUTIONS,
  type PictureChoice,
  type PictureFormat,
} from './picture-choice.ts';

declare global {
  interface HTMLElementEventMap {
    'picture-chosen': CustomEvent<PictureChoice>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-picture-options': PictureOptionsElement;
  }
}

@customElement('corr2d-picture-options')
export class PictureOptionsElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .selects {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5rem), 1fr));
        gap: var(--space-3);
      }

      .selects label {
        display: grid;
        gap: var(--space-1);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      select {
        width: 100%;
        min-width: 0;
        color: var(--ink);
        font-size: var(--text-m);
      }

      .checks {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
      }

      .checks label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }
    `,
  ];

  @property({ attribute: false }) choice: PictureChoice = FIRST_CHOICE;
  /** Whether there is anything that moves. */
  @property({ type: Boolean }) moving = false;
  /** What is marked, to be shown or left out. */
  @property({ attribute: false }) marks: PictureSource['marks'] = null;
  /** Whether there is a chart. */
  @property({ type: Boolean }) charted = false;
  @property({ type: Boolean }) disabled = false;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const film = isFilm(this.choice);
    return html`<div class="selects">
        ${this.renderSelect('format', msg('Format'), this.moving ? ['svg', 'png', 'gif', 'webm'] : ['svg', 'png'], formatText)}
        ${this.renderSelect('theme', msg('Theme'), ['light', 'dark'], themeText)}
        ${this.choice.format === 'png' ? this.renderSelect('resolution', msg('Resolution'), RESOLUTIONS, resolutionText) : nothing}
        ${film ? this.renderSelect('scale', msg('Size'), FILM_SCALES, (scale) => `${String(scale)}×`) : nothing}
        ${film ? this.renderSelect('speed', msg('Speed'), FILM_SPEEDS, (speed) => msg(str`${speed} a second`)) : nothing}
      </div>
      <div class="checks">
        ${this.renderCheck('captions', msg('names and sizes'))} ${this.renderCheck('numbers', msg('numbers'))}
        ${this.charted ? this.renderCheck('logarithmic', msg('logarithmic loss')) : nothing}
        ${this.marks && !film ? this.renderCheck('marks', marksText(this.marks)) : nothing}
      </div>`;
  }

  private renderSelect<Name extends 'format' | 'theme' | 'resolution' | 'scale' | 'speed'>(
    name: Name,
    label: string,
    values: readonly PictureChoice[Name][],
    textOf: (value: PictureChoice[Name]) => string,
  ): TemplateResult {
    const chosen = this.choice[name];
    return html`<label>
      ${label}
      <select
        .value=${live(String(chosen))}
        ?disabled=${this.disabled}
        @change=${({ target }: Event) => {
          const value = values.find(
            (each) => target instanceof HTMLSelectElement && target.value === String(each),
          );
          if (value !== undefined) this.tell({ ...this.choice, [name]: value });
        }}
      >
        ${values.map(
          (value) =>
            html`<option value=${String(value)} ?selected=${value === chosen}>${textOf(value)}</option>`,
        )}
      </select>
    </label>`;
  }

  private renderCheck(name: 'captions' | 'numbers' | 'marks' | 'logarithmic', label: string): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        .checked=${live(this.choice[name])}
        ?disabled=${this.disabled}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.tell({ ...this.choice, [name]: target.checked });
        }}
      />
      ${label}
    </label>`;
  }

  private tell(choice: PictureChoice): void {
    this.dispatchEvent(new CustomEvent('picture-chosen', { detail: choice, bubbles: true, composed: true }));
  }
}

function formatText(format: PictureFormat): string {
  switch (format) {
    case 'svg':
      return msg('SVG, sharp at any size');
    case 'png':
      return 'PNG';
    case 'gif':
      return msg('GIF, moving');
    case 'webm':
      return msg('WebM, a video');
  }
}

function marksText(marks: NonNullable<PictureSource['marks']>): string {
  switch (marks) {
    case 'window':
      return msg('the window where it is now');
    case 'field':
      return msg('the field where it is now');
  }
}

function resolutionText(resolution: PictureChoice['resolution']): string {
  switch (resolution) {
    case 96:
      return msg('screen, 96 dpi');
    case 192:
      return msg('sharp screen, 192 dpi');
    case 300:
      return msg('print, 300 dpi');
    case 600:
      return msg('fine print, 600 dpi');
  }
}
