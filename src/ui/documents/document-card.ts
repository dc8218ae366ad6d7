/** One kept document: its small picture, its name to be changed, and what can be done with it. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { LONGEST_NAME, type KeptDocument } from '../../state/gallery.ts';
import '../kernel/effect-picture.ts';
import '../picture/picture-thumbnail.ts';
import { currentLocale } from '../shell/locale.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneTitle } from '../wording/scene-text.ts';
import { cardPicture } from './card-picture.ts';

/** What a reader asked of a kept document. */
export type CardCommand = 'open' | 'duplicate' | 'delete';

declare global {
  interface HTMLElementEventMap {
    'card-asked': CustomEvent<CardCommand>;
    'card-renamed': CustomEvent<string>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-document-card': DocumentCardElement;
  }
}

@customElement('corr2d-document-card')
export class DocumentCardElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--space-2) var(--space-3);
        align-items: center;
        padding: var(--space-3) 0;
      }

      .pictures {
        display: flex;
        gap: var(--space-1);
        min-width: calc(7rem + var(--space-1));
      }

      .words {
        display: grid;
        gap: var(--space-1);
      }

      input {
        width: 100%;
        min-height: var(--control-height, 1.875rem);
        padding: 0 var(--space-2);
        border: var(--line) solid var(--rule);
        border-radius: var(--radius);
        background: transparent;
        font-weight: 600;
        text-overflow: ellipsis;
      }

      p {
        margin: 0;
        padding: 0 var(--space-2);
        color: var(--ink-soft);
        font-size: var(--text-s);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        font-size: var(--text-s);
        --control-height: 1.875rem;
      }

      @media (max-width: 40rem) {
        :host {
          grid-template-columns: auto minmax(0, 1fr);
        }

        .pictures {
          min-width: 0;
        }

        .actions {
          grid-column: 1 / -1;
        }
      }

      @media (max-width: 26rem) {
        .pictures > :not(:first-child) {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) kept: KeptDocument | null = null;
  @query('button') private readonly button!: HTMLButtonElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** To its first command. */
  override focus(): void {
    this.button.focus();
  }

  override render(): TemplateResult {
    const { kept } = this;
    if (!kept) return html``;
    const { name, shown } = kept;
    return html`
      <div class="pictures">${shown ? this.renderPictures() : nothing}</div>
      <div class="words">
        <input
          aria-label=${msg('Name')}
          maxlength=${LONGEST_NAME}
          .value=${name}
          @change=${this.onName}
          @keydown=${this.onKey}
        />
        <p>${this.renderOrigin(kept)}</p>
      </div>
      <div class="actions">
        ${shown ? this.renderCommand('open', msg('Open'), msg(str`Open “${name}”`)) : nothing}
        ${this.renderCommand('duplicate', msg('Duplicate'), msg(str`Duplicate “${name}”`))}
        ${this.renderCommand('delete', msg('Delete'), msg(str`Delete “${name}”`))}
      </div>
    `;
  }

  /** A name that begins with its scene, as the first of each does, says it already. */
  private renderOrigin({ name, keptMs, shown }: KeptDocument): string {
    const scene = shown ? sceneTitle(shown.scene) : msg('of a version that cannot be read here');
    return name.startsWith(scene) ? dateText(keptMs) : `${scene} · ${dateText(keptMs)}`;
  }

  private renderPictures(): TemplateResult | typeof nothing {
    if (!this.kept?.shown) return nothing;
    const { image, effect } = cardPicture(this.kept.shown);
    return html`<corr2d-picture-thumbnail .image=${image}></corr2d-picture-thumbnail>${
        effect
          ? html`<corr2d-effect-picture
              .image=${effect.image}
              .kernel=${effect.kernel}
            ></corr2d-effect-picture>`
          : nothing
      }`;
  }

  private renderCommand(command: CardCommand, word: string, label: string): TemplateResult {
    return html`<button
      type="button"
      aria-label=${label}
      @click=${() => {
        this.dispatchEvent(new CustomEvent('card-asked', { detail: command }));
      }}
    >
      ${word}
    </button>`;
  }

  private onName({ target }: Event): void {
    const field = target as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('card-renamed', { detail: field.value }));
    // A name that is refused does not come back as a property that changed.
    if (field.value.trim() === '') field.value = this.kept?.name ?? '';
  }

  private onKey(event: KeyboardEvent): void {
    const field = event.target as HTMLInputElement;
    if (event.key === 'Enter' && !event.isComposing) field.blur();
    if (event.key !== 'Escape') return;
    // The first Escape is the field's, the next the dialog's.
    if (field.value !== this.kept?.name) event.preventDefault();
    field.value = this.kept?.name ?? '';
  }
}

function dateText(ms: number): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
}
