/** What moves a picture as a whole: turned, mirrored, pushed over one side and in at the other. It tells what it made. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PictureEdit } from '../../state/action.ts';
import type { NumberGrid } from '../../state/document.ts';
import { mirrorGrid, rotateGrid, rotateGridBack, shiftGrid, upendGrid } from '../../state/grid-transform.ts';
import { controlStyle } from '../style/controls.ts';

/** Another picture, and what it is to be called. */
export interface PictureMade {
  readonly name: PictureEdit;
  readonly image: NumberGrid;
}

declare global {
  interface HTMLElementEventMap {
    'picture-made': CustomEvent<PictureMade>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-picture-tools': PictureToolsElement;
  }
}

@customElement('corr2d-picture-tools')
export class PictureToolsElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    return html`<div class="bar" role="group" aria-label=${msg('Turn the image')}>
        ${this.renderEdit('turn-left', 'rotate-picture', msg('Turn left'), rotateGridBack)}
        ${this.renderEdit('turn-right', 'rotate-picture', msg('Turn right'), rotateGrid)}
        ${this.renderEdit('mirror', 'mirror-picture', msg('Mirror'), mirrorGrid)}
        ${this.renderEdit('upend', 'upend-picture', msg('Upend'), upendGrid)}
      </div>
      <div class="bar" role="group" aria-labelledby="shift">
        <span id="shift">${msg('Shift, with wrap')}</span>
        ${this.renderShift('left', '←', msg('Shift left'), 0, -1)}
        ${this.renderShift('up', '↑', msg('Shift up'), -1, 0)}
        ${this.renderShift('down', '↓', msg('Shift down'), 1, 0)}
        ${this.renderShift('right', '→', msg('Shift right'), 0, 1)}
      </div>`;
  }

  private renderEdit(
    id: string,
    name: PictureEdit,
    label: string,
    edit: (image: NumberGrid) => NumberGrid,
  ): TemplateResult {
    return html`<button
      type="button"
      data-edit=${id}
      @click=${() => {
        this.tell(name, edit(this.image));
      }}
    >
      ${label}
    </button>`;
  }

  private renderShift(id: string, arrow: string, label: string, down: number, right: number): TemplateResult {
    return html`<button
      type="button"
      data-edit=${id}
      aria-label=${label}
      title=${label}
      @click=${() => {
        this.tell('shift-picture', shiftGrid(this.image, down, right));
      }}
    >
      ${arrow}
    </button>`;
  }

  private tell(name: PictureEdit, image: NumberGrid): void {
    this.dispatchEvent(new CustomEvent<PictureMade>('picture-made', { detail: { name, image } }));
  }
}
