/** The further images of the batch: small pictures, each to be painted on or taken out, and ways to add one. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { NumberGrid } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import '../picture/picture-thumbnail.ts';
import { controlStyle } from '../style/controls.ts';
import { tellChosen } from './setup-events.ts';

@customElement('corr2d-image-batch')
export class ImageBatchElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        --control-height: 1.75rem;
        --control-padding: var(--space-2);
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        justify-items: center;
        gap: var(--space-1);
        font-size: var(--text-s);
      }

      .add {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      p {
        margin: 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
        text-wrap: pretty;
      }
    `,
  ];

  @property({ attribute: false }) batch: readonly NumberGrid[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { batch } = this;
    const isFull = batch.length >= LIMITS.batch.maximum;
    return html`
      ${
        batch.length === 0
          ? html`<p>
              ${msg('One image is learned from. With more, the loss adds up over all of them: what one leaves open another may decide.')}
            </p>`
          : html`<ul>
              ${batch.map((image, index) => this.renderImage(image, index))}
            </ul>`
      }
      <div class="add">
        <button type="button" ?disabled=${isFull} @click=${this.onKeep}>
          ${msg('Keep a copy of this image')}
        </button>
        <button type="button" ?disabled=${isFull} @click=${this.onTranspose}>
          ${msg('Add it transposed')}
        </button>
        <button type="button" ?disabled=${isFull} @click=${this.onNoise}>${msg('Add noise')}</button>
      </div>
      ${isFull ? html`<p>${msg(str`A batch has at most ${LIMITS.batch.maximum + 1} images.`)}</p>` : nothing}
    `;
  }

  private renderImage(image: NumberGrid, index: number): TemplateResult {
    const name = msg(str`Image ${index + 2}`);
    return html`<li>
      <span>${name}</span>
      <corr2d-picture-thumbnail .image=${image}></corr2d-picture-thumbnail>
      <button
        type="button"
        aria-label=${msg(str`Paint on image ${index + 2}`)}
        @click=${() => {
          tellChosen(this, { of: 'paint-on-batch', index });
        }}
      >
        ${msg('Paint on it')}
      </button>
      <button
        type="button"
        aria-label=${msg(str`Take image ${index + 2} out`)}
        @click=${() => {
          tellChosen(this, { of: 'remove-from-batch', index });
        }}
      >
        ${msg('Take out')}
      </button>
    </li>`;
  }

  private onKeep(): void {
    tellChosen(this, { of: 'add-to-batch', made: 'copy' });
  }

  private onTranspose(): void {
    tellChosen(this, { of: 'add-to-batch', made: 'transposed' });
  }

  private onNoise(): void {
    tellChosen(this, { of: 'add-to-batch', made: 'noise' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-image-batch': ImageBatchElement;
  }
}
