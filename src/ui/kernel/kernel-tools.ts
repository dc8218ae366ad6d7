/**
 * What a kernel can be made into: turned, mirrored, normalised, drawn by a seed, typed as text, multiplied from two vectors,
 * taken from the gallery. It tells what was done and judges no text.
 */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { renderTerms } from '../lesson/term-row.ts';
import { formatNumber } from '../../math/format.ts';
import type { KernelEdit } from '../../state/action.ts';
import { formatBlock, type BlockFormat } from '../../state/block-text.ts';
import { flipGrid, transposeGrid, type NumberGrid } from '../../state/document.ts';
import {
  gridNorm,
  gridSum,
  mirrorGrid,
  negateGrid,
  normalizeGrid,
  rotateGrid,
  rotateGridBack,
  upendGrid,
} from '../../state/grid-transform.ts';
import '../field/copy-button.ts';
import '../field/number-field.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { controlStyle } from '../style/controls.ts';
import { toolsStyle } from '../style/tools.ts';
import { kernelToolsStyle } from './kernel-tools-style.ts';

/** Another kernel, and what it is to be called. */
export interface KernelMade {
  readonly name: KernelEdit;
  readonly kernel: NumberGrid;
}

/** Two vectors as text. */
export interface VectorsEntered {
  readonly column: string;
  readonly row: string;
}

declare global {
  interface HTMLElementEventMap {
    'kernel-made': CustomEvent<KernelMade>;
    'kernel-text-entered': CustomEvent<string>;
    'vectors-entered': CustomEvent<VectorsEntered>;
    'seed-entered': CustomEvent<string>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-kernel-tools': KernelToolsElement;
  }
}

const COPIES: readonly (readonly [BlockFormat, () => string])[] = [
  ['tabs', () => msg('for a spreadsheet')],
  ['numpy', () => 'NumPy'],
  ['matlab', () => 'MATLAB'],
  ['python', () => 'Python'],
];

@customElement('corr2d-kernel-tools')
export class KernelToolsElement extends LitElement {
  static override styles = [controlStyle, toolsStyle, kernelToolsStyle];

  @property({ attribute: false }) kernel: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** What the gallery shows the effects on. */
  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };
  /** Why a text, the vectors or the seed could not be used. */
  @property() textFault = '';
  @property() vectorsFault = '';
  @property() seedFault = '';

  @state() private galleryOpen = false;
  @state() private seed = 0;
  private readonly gallery = new OnDemand(this, () => import('./kernel-gallery.ts'));
  @query('textarea') private readonly area!: HTMLTextAreaElement;
  @query('#column') private readonly columnInput!: HTMLInputElement;
  @query('#row') private readonly rowInput!: HTMLInputElement;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { kernel } = this;
    const sum = formatNumber(gridSum(kernel), 4);
    const norm = formatNumber(gridNorm(kernel), 4);
    return html`<p class="facts">${msg(str`sum ${sum}, norm ${norm}`)}</p>
      ${renderTerms(['norm', 'separable'])}
      <div class="bar" role="group" aria-label=${msg('Change the kernel')}>
        ${this.renderEdit('transpose-kernel', msg('Transpose'), transposeGrid)}
        ${this.renderEdit('rotate-kernel', msg('Turn right'), rotateGrid)}
        ${this.renderEdit('rotate-kernel', msg('Turn left'), rotateGridBack)}
        ${this.renderEdit('rotate-kernel', msg('Half turn'), flipGrid)}
        ${this.renderEdit('mirror-kernel', msg('Mirror left–right'), mirrorGrid)}
        ${this.renderEdit('upend-kernel', msg('Mirror top–bottom'), upendGrid)}
        ${this.renderEdit('negate-kernel', msg('Negate'), negateGrid)}
        ${this.renderEdit('normalize-kernel', msg('Normalise'), normalizeGrid)}
      </div>
      ${this.renderGallery()} ${this.renderMore()}`;
  }

  private renderEdit(
    name: KernelEdit,
    label: string,
    edit: (kernel: NumberGrid) => NumberGrid,
  ): TemplateResult {
    return html`<button
      type="button"
      data-edit=${name}
      @click=${() => {
        this.tellMade(name, edit(this.kernel));
      }}
    >
      ${label}
    </button>`;
  }

  private renderGallery(): TemplateResult {
    return html`<details
      @toggle=${(event: Event) => {
        if (!(event.target instanceof HTMLDetailsElement)) return;
        this.galleryOpen = event.target.open;
        if (this.galleryOpen) this.gallery.want();
      }}
    >
      <summary>${msg('Kernels to choose from')}</summary>
      ${
        this.galleryOpen
          ? this.gallery.show(
              () =>
                html`<corr2d-kernel-gallery
                  .image=${this.image}
                  @preset-chosen=${({ detail }: CustomEvent<NumberGrid>) => {
                    this.tellMade('set-kernel', detail);
                  }}
                ></corr2d-kernel-gallery>`,
            )
          : nothing
      }
    </details>`;
  }

  private renderMore(): TemplateResult {
    return html`<details>
      <summary>${msg('As text, from two vectors, at random')}</summary>
      ${this.renderText()} ${this.renderVectors()} ${this.renderSeed()}
    </details>`;
  }

  private renderText(): TemplateResult {
    return html`<div class="part">
      <label for="text">${msg('Numbers of a spreadsheet, NumPy, MATLAB or Python')}</label>
      <textarea
        id="text"
        rows=${Math.min(6, this.kernel.rows + 1)}
        spellcheck="false"
        aria-invalid=${this.textFault ? 'true' : 'false'}
        aria-describedby="text-fault"
        .value=${formatBlock(this.kernel, 'python')}
      ></textarea>
      <p id="text-fault" class="fault" role="alert" ?hidden=${!this.textFault}>${this.textFault}</p>
      <div class="bar">
        <button
          type="button"
          @click=${() => {
            this.tell('kernel-text-entered', this.area.value);
          }}
        >
          ${msg('Use this kernel')}
        </button>
        ${COPIES.map(
          ([format, name]) =>
            html`<corr2d-copy-button
              .label=${msg(str`Copy ${name()}`)}
              .makeText=${() => formatBlock(this.kernel, format)}
            ></corr2d-copy-button>`,
        )}
      </div>
    </div>`;
  }

  private renderVectors(): TemplateResult {
    return html`<div class="part">
      <p class="about">${msg('A column times a row is a separable kernel:')}</p>
      <div class="bar">
        <input id="column" aria-label=${msg('Column')} value="1 2 1" autocomplete="off" />
        <span aria-hidden="true">×</span>
        <input id="row" aria-label=${msg('Row')} value="-1 0 1" autocomplete="off" />
        <button
          type="button"
          @click=${() => {
            this.tell('vectors-entered', { column: this.columnInput.value, row: this.rowInput.value });
          }}
        >
          ${msg('Multiply')}
        </button>
      </div>
      <p class="fault" role="alert" ?hidden=${!this.vectorsFault}>${this.vectorsFault}</p>
    </div>`;
  }

  private renderSeed(): TemplateResult {
    return html`<div class="part">
      <p class="about">${msg('The start that PyTorch draws for a layer of this size:')}</p>
      <div class="bar seed">
        <corr2d-number-field
          .label=${msg('Seed')}
          .value=${this.seed}
          .minimum=${0}
          .fault=${this.seedFault}
          @field-entered=${({ detail }: CustomEvent<string>) => {
            if (/^\d+$/.test(detail)) this.seed = Number(detail);
            this.tell('seed-entered', detail);
          }}
        ></corr2d-number-field>
        <button
          type="button"
          data-draw
          @click=${() => {
            this.tell('seed-entered', String(this.seed));
          }}
        >
          ${msg('Draw numbers')}
        </button>
      </div>
    </div>`;
  }

  private tellMade(name: KernelEdit, kernel: NumberGrid): void {
    this.tell('kernel-made', { name, kernel });
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
