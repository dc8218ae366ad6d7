/** An image from a photograph: opened, dropped or pasted, made black and white at a threshold, or grey. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import { otsuThreshold } from '../../math/picture/otsu.ts';
import type { NumberGrid } from '../../state/document.ts';
import { INK, PAPER } from '../grid/paint-settings.ts';
import { controlStyle } from '../style/controls.ts';
import { photographProblemText } from '../wording/photograph-text.ts';
import { photographStyle } from './photograph-style.ts';
import { PICTURE_SIZES, renderPictureSize } from './picture-size.ts';
import './picture-thumbnail.ts';
import { pictureToolsStyle } from './picture-tools-style.ts';
import {
  openPhotograph,
  photographLevels,
  PhotographError,
  type PhotographProblem,
} from './read-photograph.ts';

declare global {
  interface HTMLElementEventMap {
    'photograph-taken': CustomEvent<NumberGrid>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-photograph-tool': PhotographToolElement;
  }
}

@customElement('corr2d-photograph-tool')
export class PhotographToolElement extends LitElement {
  static override styles = [controlStyle, pictureToolsStyle, photographStyle];

  @state() private bitmap: ImageBitmap | null = null;
  /** The photograph in cells, in grey levels. */
  @state() private levels: NumberGrid | null = null;
  @state() private side: number = PICTURE_SIZES[2];
  @state() private grey = false;
  /** Levels from here on are white; null for Otsu's. */
  @state() private threshold: number | null = null;
  @state() private problem: PhotographProblem | null = null;
  @query('input[type=file]') private readonly picker!: HTMLInputElement;
  private opened = 0;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('paste', this.onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('paste', this.onPaste);
  }

  override render(): TemplateResult {
    return html`<div class="drop" @dragover=${this.onDragOver} @drop=${this.onDrop}>
        <button
          type="button"
          @click=${() => {
            this.picker.click();
          }}
        >
          ${msg('Open a picture…')}
        </button>
        <input
          type="file"
          accept="image/*"
          tabindex="-1"
          aria-hidden="true"
          hidden
          @change=${this.onPicked}
        />
        <p>${msg('Or drop or paste one here. It never leaves your browser.')}</p>
      </div>
      <p class="fault" role="alert" ?hidden=${!this.problem}>
        ${this.problem ? photographProblemText(this.problem) : ''}
      </p>
      ${this.levels ? this.renderChoices(this.levels) : nothing}`;
  }

  private renderChoices(levels: NumberGrid): TemplateResult {
    const taken = this.taken(levels);
    const { rows, columns } = taken;
    return html`<div class="made">
      <corr2d-picture-thumbnail
        role="img"
        style=${styleMap({ aspectRatio: `${String(columns)} / ${String(rows)}` })}
        aria-label=${msg(str`The photograph as ${rows} × ${columns} cells`)}
        .image=${taken}
      ></corr2d-picture-thumbnail>
      <div class="choices">
        ${renderPictureSize(msg('cells at most'), this.side, (side) => {
          this.side = side;
          this.measure();
        })}
        <label>
          ${msg('levels')}
          <select
            @change=${({ target }: Event) => {
              if (target instanceof HTMLSelectElement) this.grey = target.value === 'grey';
            }}
          >
            <option value="binary" ?selected=${!this.grey}>${msg('black and white')}</option>
            <option value="grey" ?selected=${this.grey}>${msg('greys')}</option>
          </select>
        </label>
        ${this.grey ? nothing : this.renderThreshold(levels)}
        <button
          type="button"
          class="primary"
          @click=${() => {
            this.dispatchEvent(new CustomEvent('photograph-taken', { detail: taken }));
          }}
        >
          ${msg('Use this image')}
        </button>
      </div>
    </div>`;
  }

  private renderThreshold(levels: NumberGrid): TemplateResult {
    const found = otsuThreshold(levels.values);
    const threshold = this.threshold ?? found;
    return html`<label
        >${msg(str`white from the level ${threshold.toFixed(2)}`)}
        <input
          type="range"
          min="0"
          max="1"
          step="0.01"
          .value=${live(String(threshold))}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.threshold = Number(target.value);
          }}
      /></label>
      <button
        type="button"
        title=${msg('Parts dark from light best: Otsu 1979')}
        ?disabled=${this.threshold === null}
        @click=${() => {
          this.threshold = null;
        }}
      >
        ${msg(str`Otsu’s threshold, ${found.toFixed(2)}`)}
      </button>`;
  }

  /** The cells as they would become the image. */
  private taken(levels: NumberGrid): NumberGrid {
    if (this.grey) return levels;
    const threshold = this.threshold ?? otsuThreshold(levels.values);
    return { ...levels, values: levels.values.map((level) => (level >= threshold ? PAPER : INK)) };
  }

  /** Of several files the last counts. */
  private async open(file: File): Promise<void> {
    const turn = ++this.opened;
    try {
      const bitmap = await openPhotograph(file, file.name);
      if (turn !== this.opened) return;
      this.bitmap = bitmap;
      this.problem = null;
      this.threshold = null;
      this.measure();
    } catch (error) {
      if (!(error instanceof PhotographError)) throw error;
      if (turn === this.opened) this.problem = error.problem;
    }
  }

  private measure(): void {
    this.levels = this.bitmap && photographLevels(this.bitmap, this.side);
  }

  private onPicked(): void {
    const file = this.picker.files?.[0];
    if (file) void this.open(file);
    // The same file can be opened again.
    this.picker.value = '';
  }

  private onDragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  private onDrop(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.open(file);
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    // Spreadsheets copy a picture of their numbers beside them.
    if (!clipboardData || clipboardData.types.includes('text/plain') || !this.checkVisibility()) return;
    const file = [...clipboardData.files].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    void this.open(file);
  };
}
