/** The button under a figure that saves it as a picture; what makes pictures loads when it is first pressed. */
import { msg } from '@lit/localize';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PictureSource } from '../../state/picture/source.ts';
import { OnDemand } from '../loading/on-demand.ts';
import type { ShownCorrelation } from './correlation-pictures.ts';
import type { StackSubject } from '../../state/picture/stack-picture.ts';
import type { ShownLearning } from './learning-pictures.ts';

export class Pictures<Shown> {
  private readonly maker: OnDemand;
  private sourceOf: ((shown: Shown) => PictureSource) | null = null;
  /** What was shown when the dialog was opened; null while it is closed. */
  private taken: Shown | null = null;
  private source: PictureSource | null = null;

  /** `load` brings the dialog along, and what makes its source. */
  constructor(
    private readonly host: ReactiveControllerHost,
    load: () => Promise<(shown: Shown) => PictureSource>,
  ) {
    this.maker = new OnDemand(host, async () => {
      this.sourceOf = await load();
    });
  }

  /** `shown` is null while there is nothing to save. */
  render(shown: Shown | null): TemplateResult {
    return html`<div class="tools pictures">
      <button
        type="button"
        ?disabled=${shown === null}
        @click=${() => {
          this.open(shown);
        }}
      >
        ${msg('Save as a picture…')}
      </button>
      ${this.taken ? this.maker.show(() => this.renderDialog()) : nothing}
    </div>`;
  }

  private renderDialog(): TemplateResult {
    if (this.taken) this.source ??= this.sourceOf?.(this.taken) ?? null;
    return html`<corr2d-picture-dialog
      .source=${this.source}
      @picture-dialog-closed=${() => {
        this.open(null);
      }}
    ></corr2d-picture-dialog>`;
  }

  private open(shown: Shown | null): void {
    this.taken = shown;
    this.source = null;
    if (shown) this.maker.want();
    this.host.requestUpdate();
  }
}

/** For the scenes that show image ⋆ kernel = response. */
export function correlationPictures(host: ReactiveControllerHost): Pictures<ShownCorrelation> {
  return new Pictures(host, async () => (await import('./correlation-pictures.ts')).correlationSource);
}

/** For scene 3. */
export function learningPictures(host: ReactiveControllerHost): Pictures<ShownLearning> {
  return new Pictures(host, async () => (await import('./learning-pictures.ts')).learningSource);
}

/** For scene 4. */
export function receptivePictures(host: ReactiveControllerHost): Pictures<StackSubject> {
  return new Pictures(host, async () => (await import('./receptive-pictures.ts')).receptiveSource);
}
