/** What is on the page as a program, in the language of choice, to read and to copy. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import {
  PROGRAM_ENDINGS,
  PROGRAM_LANGUAGES,
  programText,
  type ProgramLanguage,
  type ProgramSubject,
} from '../../state/program/program.ts';
import { saveFile } from '../export/save-file.ts';
import '../field/copy-button.ts';
import { storedProgramLanguage, storeProgramLanguage } from '../shell/preferences.ts';
import { controlStyle } from '../style/controls.ts';

/** Names, not words: they are the same in every language. */
const NAMES: Readonly<Record<ProgramLanguage, string>> = {
  torch: 'PyTorch',
  numpy: 'NumPy',
  jax: 'JAX',
  tensorflow: 'TensorFlow.js',
  octave: 'MATLAB, Octave',
  latex: 'LaTeX',
};

@customElement('corr2d-code-panel')
export class CodePanelElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        min-width: 0;
      }

      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      pre {
        max-height: 26rem;
        margin: 0;
        padding: var(--space-3);
        overflow: auto;
        border-radius: var(--radius);
        background: var(--sunken);
        font: var(--text-s) / 1.6 var(--mono);
        tab-size: 4;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--space-2);
      }

      p {
        margin: 0;
        max-width: 46em;
        color: var(--ink-soft);
        font-size: var(--text-s);
        text-wrap: pretty;
      }
    `,
  ];

  @property({ attribute: false }) subject: ProgramSubject | null = null;
  @state() private language = asProgramLanguage(storedProgramLanguage()) ?? 'torch';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { subject, language } = this;
    if (!subject) return html``;
    const text = programText(language, subject);
    return html`<label>
        ${msg('In')}
        <select @change=${this.onChosen}>
          ${PROGRAM_LANGUAGES.map(
            (each) => html`<option value=${each} ?selected=${each === language}>${NAMES[each]}</option>`,
          )}
        </select>
      </label>
      <pre tabindex="0" translate="no" aria-label=${msg('Program')}>${text}</pre>
      <p>${this.noteOf(subject)}</p>
      ${keyed(
        text,
        html`<div class="actions">
          <corr2d-copy-button .label=${msg('Copy the program')} .makeText=${() => text}></corr2d-copy-button>
          <button
            type="button"
            @click=${() => {
              saveFile(new Blob([text], { type: 'text/plain' }), this.fileName(subject));
            }}
          >
            ${msg(str`Save as .${PROGRAM_ENDINGS[language]}`)}
          </button>
        </div>`,
      )}`;
  }

  /** MATLAB takes no hyphen in the name of a script. */
  private fileName({ kind }: ProgramSubject): string {
    return `corr2d_${kind}.${PROGRAM_ENDINGS[this.language]}`;
  }

  private noteOf({ kind }: ProgramSubject): string {
    if (this.language === 'latex') {
      return kind === 'stack'
        ? msg('A document of its own: the layers, and what an element sees, with these numbers.')
        : msg('A document of its own: the arithmetic, with these numbers.');
    }
    switch (kind) {
      case 'correlation':
        return msg('It prints the response that the page shows.');
      case 'learning':
        return msg('It prints the lines that the page prints.');
      case 'stack':
        return msg('It prints the last feature maps that the page shows.');
    }
  }

  private onChosen({ target }: Event): void {
    const language = target instanceof HTMLSelectElement ? asProgramLanguage(target.value) : null;
    if (!language) return;
    this.language = language;
    storeProgramLanguage(language);
  }
}

function asProgramLanguage(text: string | null): ProgramLanguage | null {
  return PROGRAM_LANGUAGES.find((each) => each === text) ?? null;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-code-panel': CodePanelElement;
  }
}
