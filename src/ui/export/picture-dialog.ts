/** A dialog that shows a figure as a picture and saves it: it opens when it is put into the page, and tells when it was closed. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Drawing } from '../../math/figure/drawing.ts';
import { svgText } from '../../math/figure/svg.ts';
import { PictureError, pixelSize, type PictureProblem } from '../../state/picture/limits.ts';
import type { PictureSource } from '../../state/picture/source.ts';
import { controlStyle } from '../style/controls.ts';
import { dialogStyle } from '../style/dialog.ts';
import { isStrong, schemeOf } from '../../math/ramp.ts';
import { ThemeWatch } from '../style/theme-watch.ts';
import { pictureProblemText } from '../wording/picture-problem-text.ts';
import { LAST_FRAME_MS } from './film-job.ts';
import {
  FIRST_CHOICE,
  filmChoice,
  formatName,
  isFilm,
  lookOf,
  type PictureChoice,
} from './picture-choice.ts';
import { pictureDialogStyle } from './picture-dialog-style.ts';
import { pictureFile, pictureProblem } from './picture-file.ts';
import { pictureInks } from './picture-inks.ts';
import './picture-options.ts';
import { saveFile } from './save-file.ts';
import { pngScale } from './still-file.ts';

declare global {
  interface HTMLElementEventMap {
    'picture-dialog-closed': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-picture-dialog': PictureDialogElement;
  }
}

/** Where a file stands: none yet, being made, made, or refused. */
type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly share: number; readonly stop: AbortController }
  | { readonly kind: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly text: () => string };

@customElement('corr2d-picture-dialog')
export class PictureDialogElement extends LitElement {
  static override styles = [controlStyle, dialogStyle, pictureDialogStyle];

  @property({ attribute: false }) source: PictureSource | null = null;
  @state() private choice: PictureChoice = FIRST_CHOICE;
  @state() private work: Work = { kind: 'none' };
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  private readonly themes = new ThemeWatch(this);
  private preview = '';
  private drawing: Drawing | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    URL.revokeObjectURL(this.preview);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) {
      this.choice = {
        ...FIRST_CHOICE,
        theme: schemeOf(this.themes.theme),
        numbers: this.source?.hasRoomForNumbers ?? true,
      };
      const { film, still } = this.source ?? {};
      if (film && still) {
        const { width } = still(this.look());
        this.choice = { ...this.choice, ...filmChoice(film.count, width) };
      }
    }
    if (changed.has('choice') || changed.has('source') || !this.hasUpdated) this.makePreview();
  }

  override firstUpdated(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { source, work } = this;
    if (!source) return html`<dialog></dialog>`;
    const problem = this.drawing && pictureProblem(source, this.choice, this.drawing);
    return html`<dialog aria-labelledby="title" @close=${this.onClosed}>
      <h2 id="title">${msg('Save as a picture')}</h2>
      <div class="preview" tabindex="0" role="group" aria-label=${msg('Preview of the picture')}>
        <img src=${this.preview} alt=${msg('Preview of the picture')} />
      </div>
      <corr2d-picture-options
        .choice=${this.choice}
        ?moving=${source.film !== null}
        .marks=${source.marks}
        ?charted=${source.hasChart}
        ?disabled=${work.kind === 'making'}
        @picture-chosen=${({ detail }: CustomEvent<PictureChoice>) => {
          this.choice = detail;
          this.work = { kind: 'none' };
        }}
      ></corr2d-picture-options>
      <p class="size">${this.sizeText(source)}</p>
      ${this.renderWork(problem)}
      <div class="actions">
        ${
          work.kind === 'making'
            ? html`<button type="button" @click=${this.stop}>${msg('Cancel')}</button>`
            : html`<button
                type="button"
                class="primary"
                ?disabled=${problem !== null}
                @click=${() => {
                  void this.save(source);
                }}
              >
                ${msg(str`Save ${formatName(this.choice.format)}`)}
              </button>`
        }
        <button
          type="button"
          @click=${() => {
            this.dialog.close();
          }}
        >
          ${msg('Close')}
        </button>
      </div>
    </dialog>`;
  }

  private renderWork(problem: PictureProblem | null): TemplateResult {
    const { work } = this;
    const fault = problem ? pictureProblemText(problem) : work.kind === 'failed' ? work.text() : '';
    const saved = work.kind === 'saved' ? this.savedText(work.name, work.bytes) : '';
    return html`
      ${
        work.kind === 'making'
          ? html`<div class="making">
              <progress max="1" .value=${work.share} aria-label=${msg('The file is being made')}></progress>
              <span aria-hidden="true">${Math.floor(100 * work.share)}%</span>
            </div>`
          : nothing
      }
      ${fault === '' ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
      <p class="saved" role="status" ?hidden=${saved === ''}>${saved}</p>
    `;
  }

  private savedText(name: string, bytes: number): string {
    const size = bytes < 1e6 ? `${String(Math.ceil(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
    return msg(str`Saved: ${name}, ${size}`);
  }

  private sizeText(source: PictureSource): string {
    const { choice } = this;
    const scale = isFilm(choice) ? choice.scale : choice.format === 'png' ? pngScale(choice.resolution) : 1;
    const [width, height] = this.drawing ? pixelSize(this.drawing, scale) : [0, 0];
    const pixels = msg(str`${width} × ${height} pixels`);
    if (!isFilm(choice) || !source.film) return pixels;
    const { count, all } = source.film;
    const seconds = ((count - 1) / choice.speed + LAST_FRAME_MS / 1000).toFixed(1);
    return count < all
      ? msg(str`${pixels}, ${count} of ${all} frames in ${seconds} seconds`)
      : msg(str`${pixels}, ${count} frames in ${seconds} seconds`);
  }

  private look(): ReturnType<typeof lookOf> {
    const { theme } = this.choice;
    const inks = pictureInks(theme, this.renderRoot);
    return lookOf(this.choice, inks, isStrong(this.themes.theme) ? `${theme}-strong` : theme);
  }

  private makePreview(): void {
    URL.revokeObjectURL(this.preview);
    if (!this.source) return;
    this.drawing = this.source.still(this.look());
    const text = svgText(this.drawing);
    this.preview = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  }

  private async save(source: PictureSource): Promise<void> {
    const stop = new AbortController();
    this.work = { kind: 'making', share: 0, stop };
    const { inks } = this.look();
    try {
      const file = await pictureFile(source, this.choice, inks, stop.signal, (share) => {
        if (!stop.signal.aborted) this.work = { kind: 'making', share, stop };
      });
      if (stop.signal.aborted) return;
      const name = `${source.name}.${this.choice.format}`;
      saveFile(file, name);
      this.work = { kind: 'saved', name, bytes: file.size };
    } catch (error) {
      if (!stop.signal.aborted) this.work = { kind: 'failed', text: failureText(error) };
    }
  }

  private readonly stop = (): void => {
    if (this.work.kind !== 'making') return;
    this.work.stop.abort();
    this.work = { kind: 'none' };
  };

  private onClosed(): void {
    this.stop();
    this.dispatchEvent(new CustomEvent('picture-dialog-closed', { detail: null }));
  }
}

/** In the language of the moment when it is read. */
function failureText(error: unknown): () => string {
  const problem =
    error instanceof PictureError
      ? error.problem
      : ({ code: 'picture-failed', detail: String(error) } as const);
  return () => pictureProblemText(problem);
}
