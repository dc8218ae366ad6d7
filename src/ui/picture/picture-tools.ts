/** What can be done to a whole picture, and pictures to begin with. It tells what was made and judges no text. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ImageEdit } from '../../state/action.ts';
import { filledGrid, transposeGrid, type NumberGrid } from '../../state/document.ts';
import {
  mirrorGrid,
  rotateGrid,
  rotateGridBack,
  shiftGrid,
  upendGrid,
  type Anchor,
} from '../../state/grid-transform.ts';
import { LIMITS } from '../../state/limits.ts';
import '../field/number-field.ts';
import { withLevelsInverted } from '../grid/paint-image.ts';
import { PAPER } from '../grid/paint-settings.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';
import { toolsStyle } from '../style/tools.ts';
import { pictureToolsStyle } from './picture-tools-style.ts';

/** Another picture, and what it is to be called. */
export interface PictureMade {
  readonly name: ImageEdit;
  readonly image: NumberGrid;
}

/** A side was entered; the content stays where the anchor says. */
export interface SideEntered {
  readonly side: 'image-rows' | 'image-columns';
  readonly text: string;
  readonly anchor: Anchor;
}

export interface NoiseEntered {
  readonly seed: string;
  /** The share of white cells. */
  readonly density: number;
}

declare global {
  interface HTMLElementEventMap {
    'picture-made': CustomEvent<PictureMade>;
    'side-entered': CustomEvent<SideEntered>;
    'noise-entered': CustomEvent<NoiseEntered>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-picture-tools': PictureToolsElement;
  }
}

const PLACES = [0, 0.5, 1] as const;

@customElement('corr2d-picture-tools')
export class PictureToolsElement extends LitElement {
  static override styles = [controlStyle, toolsStyle, pictureToolsStyle];

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** Messages by field: `image-rows`, `image-columns`, `seed`. */
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();

  /** What an empty cell holds. */
  @property({ type: Number }) paper = PAPER;

  @state() private anchor: Anchor = { y: 0, x: 0 };
  @state() private seed = 0;
  @state() private density = 0.5;
  private readonly gallery = new OnDemand(this, () => import('./picture-gallery.ts'));
  private readonly photograph = new OnDemand(this, () => import('./photograph-tool.ts'));

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`${this.renderSize()} ${this.renderEdits()} ${this.renderGallery()} ${this.renderPhotograph()}
    ${this.renderNoise()}`;
  }

  private renderSize(): TemplateResult {
    return html`<div class="size">
      ${this.renderSide('image-rows', msg('rows'), this.image.rows)}
      ${this.renderSide('image-columns', msg('columns'), this.image.columns)}
      <div class="anchor">
        <span id="anchor" class="name">${msg('What stays in place when the size changes')}</span>
        <div class="anchors" role="radiogroup" aria-labelledby="anchor">
          ${PLACES.flatMap((y) => PLACES.map((x) => this.renderAnchor(y, x)))}
        </div>
      </div>
    </div>`;
  }

  private renderSide(side: SideEntered['side'], label: string, value: number): TemplateResult {
    return html`<corr2d-number-field
      .label=${label}
      .value=${value}
      .minimum=${LIMITS.imageSide.minimum}
      .maximum=${LIMITS.imageSide.maximum}
      .fault=${this.faults.get(side) ?? ''}
      @field-entered=${({ detail }: CustomEvent<string>) => {
        this.tell('side-entered', { side, text: detail, anchor: this.anchor });
      }}
    ></corr2d-number-field>`;
  }

  private renderAnchor(y: number, x: number): TemplateResult {
    const isChosen = this.anchor.y === y && this.anchor.x === x;
    return html`<input
      type="radio"
      name="anchor"
      aria-label=${msg(str`${percent(y)} from the top, ${percent(x)} from the left`)}
      .checked=${isChosen}
      @change=${() => {
        this.anchor = { y, x };
      }}
    />`;
  }

  private renderEdits(): TemplateResult {
    return html`<div class="bar" role="group" aria-label=${msg('Change the image')}>
      ${this.renderEdit('clear-picture', this.paper === PAPER ? msg('All white') : msg('All 0'), ({ rows, columns }) => filledGrid(rows, columns, this.paper))}
      ${this.renderEdit('invert-picture', msg('Invert'), withLevelsInverted)}
      ${this.renderEdit('transpose-picture', msg('Transpose'), transposeGrid)}
      ${this.renderEdit('turn-picture', msg('Turn right'), rotateGrid)}
      ${this.renderEdit('turn-picture', msg('Turn left'), rotateGridBack)}
      ${this.renderEdit('mirror-picture', msg('Mirror left–right'), mirrorGrid)}
      ${this.renderEdit('upend-picture', msg('Mirror top–bottom'), upendGrid)}
      ${this.renderEdit('shift-picture', '←', (image) => shiftGrid(image, 0, -1), msg('Shift left'))}
      ${this.renderEdit('shift-picture', '→', (image) => shiftGrid(image, 0, 1), msg('Shift right'))}
      ${this.renderEdit('shift-picture', '↑', (image) => shiftGrid(image, -1, 0), msg('Shift up'))}
      ${this.renderEdit('shift-picture', '↓', (image) => shiftGrid(image, 1, 0), msg('Shift down'))}
      <slot></slot>
    </div>`;
  }

  private renderEdit(
    name: ImageEdit,
    label: string,
    edit: (image: NumberGrid) => NumberGrid,
    spoken = label,
  ): TemplateResult {
    return html`<button
      type="button"
      aria-label=${spoken}
      title=${spoken}
      @click=${() => {
        this.tell('picture-made', { name, image: edit(this.image) });
      }}
    >
      ${label}
    </button>`;
  }

  private renderGallery(): TemplateResult {
    return this.renderFolded(
      msg('Pictures to begin with'),
      this.gallery,
      () =>
        html`<corr2d-picture-gallery
          @example-chosen=${({ detail }: CustomEvent<NumberGrid>) => {
            this.tell('picture-made', { name: 'example-picture', image: detail });
          }}
        ></corr2d-picture-gallery>`,
    );
  }

  private renderPhotograph(): TemplateResult {
    return this.renderFolded(
      msg('From a photograph'),
      this.photograph,
      () =>
        html`<corr2d-photograph-tool
          @photograph-taken=${({ detail }: CustomEvent<NumberGrid>) => {
            this.tell('picture-made', { name: 'photograph', image: detail });
          }}
        ></corr2d-photograph-tool>`,
    );
  }

  private renderFolded(summary: string, part: OnDemand, render: () => TemplateResult): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        if (event.target instanceof HTMLDetailsElement && event.target.open) part.want();
      }}
    >
      <summary>${summary}</summary>
      ${part.show(render)}
    </details>`;
  }

  private renderNoise(): TemplateResult {
    return html`<details>
      <summary>${msg('Random noise')}</summary>
      <div class="size">
        <corr2d-number-field
          .label=${msg('Seed')}
          .value=${this.seed}
          .minimum=${0}
          .fault=${this.faults.get('seed') ?? ''}
          @field-entered=${({ detail }: CustomEvent<string>) => {
            if (/^\d+$/.test(detail)) this.seed = Number(detail);
            this.tell('noise-entered', { seed: detail, density: this.density });
          }}
        ></corr2d-number-field>
        <label
          >${msg(str`white: ${percent(this.density)}`)}
          <input
            type="range"
            min="0"
            max="1"
            step="0.05"
            .value=${String(this.density)}
            @input=${(event: Event) => {
              if (!(event.target instanceof HTMLInputElement)) return;
              this.density = Number(event.target.value);
              this.tellNoise();
            }}
        /></label>
        <button
          type="button"
          data-draw
          @click=${() => {
            this.tellNoise();
          }}
        >
          ${msg('Draw noise')}
        </button>
      </div>
    </details>`;
  }

  private tellNoise(): void {
    this.tell('noise-entered', { seed: String(this.seed), density: this.density });
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function percent(share: number): string {
  return `${String(Math.round(100 * share))}%`;
}
