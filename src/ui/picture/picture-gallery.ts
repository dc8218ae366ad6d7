/** Pictures to begin with, in the size that is chosen. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { BARS_IMAGE } from '../../math/article.ts';
import { EXAMPLE_NAMES, makeExample } from '../../math/picture/examples.ts';
import { thresholdedPhotograph } from '../../math/picture/photograph.ts';
import { makeGrid, transposeGrid, type NumberGrid } from '../../state/document.ts';
import { controlStyle } from '../style/controls.ts';
import { pictureName } from '../wording/tool-text.ts';
import { glyphPicture } from './glyph.ts';
import { PICTURE_SIZES, renderPictureSize } from './picture-size.ts';
import './picture-thumbnail.ts';
import { pictureToolsStyle } from './picture-tools-style.ts';

declare global {
  interface HTMLElementEventMap {
    'example-chosen': CustomEvent<NumberGrid>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-picture-gallery': PictureGalleryElement;
  }
}

@customElement('corr2d-picture-gallery')
export class PictureGalleryElement extends LitElement {
  static override styles = [
    controlStyle,
    pictureToolsStyle,
    css`
      :host {
        display: block;
      }

      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5rem, 1fr));
        gap: var(--space-2);
        margin: var(--space-3) 0 0;
        padding: 0;
        list-style: none;
      }

      li button {
        flex-direction: column;
        gap: var(--space-1);
        width: 100%;
        height: 100%;
        padding: var(--space-1);
        font-size: var(--text-s);
        line-height: 1.25;
        white-space: normal;
      }
    `,
  ];

  @state() private size: number = PICTURE_SIZES[1];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const bars = makeGrid(BARS_IMAGE);
    const { size } = this;
    return html`${renderPictureSize(msg('size'), size, (chosen) => {
        this.size = chosen;
      })}
      <ul>
        ${this.renderExample('article', msg('the tutorial’s image'), bars)}
        ${this.renderExample('article-transposed', msg('its transpose'), transposeGrid(bars))}
        ${EXAMPLE_NAMES.map((name) =>
          this.renderExample(name, pictureName(name), {
            rows: size,
            columns: size,
            values: makeExample(name, size),
          }),
        )}
        ${this.renderExample(
          'photograph',
          msg('photograph, thresholded'),
          { rows: size, columns: size, values: thresholdedPhotograph(size) },
          msg('Photograph by Lav Varshney, public domain (CC0)'),
        )}
        ${this.renderExample('digit', msg('digit'), glyphPicture('5', size))}
        ${this.renderExample('letter', msg('letter'), glyphPicture('R', size))}
        ${this.renderExample('hanzi', '汉字', glyphPicture('卷', size))}
      </ul>`;
  }

  private renderExample(id: string, name: string, image: NumberGrid, source?: string): TemplateResult {
    return html`<li>
      <button
        type="button"
        data-example=${id}
        title=${ifDefined(source)}
        @click=${() => {
          this.dispatchEvent(new CustomEvent('example-chosen', { detail: image }));
        }}
      >
        <corr2d-picture-thumbnail .image=${image}></corr2d-picture-thumbnail>
        ${name}
      </button>
    </li>`;
  }
}
