/** "Deeper for wider": how the field grows with the layers, and what one layer of the same field would cost. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import { receptiveFields, type AxisLayer } from '../../math/stack/receptive-field.ts';
import { extremesOf } from '../../math/value-scale.ts';
import type { NumberGrid } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import type { DepthView } from '../../state/stack.ts';
import '../picture/picture-thumbnail.ts';
import { controlStyle } from '../style/controls.ts';
import { nestedFields } from './nested-fields.ts';
import { nestedStyle } from './nested-style.ts';
import { unbroken } from '../wording/unbroken.ts';

declare global {
  interface HTMLElementEventMap {
    'depth-chosen': CustomEvent<DepthView>;
    'depth-settled': CustomEvent<null>;
    'depth-taken': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-depth-figure': DepthFigureElement;
  }
}

@customElement('corr2d-depth-figure')
export class DepthFigureElement extends LitElement {
  static override styles = [
    controlStyle,
    nestedStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-4) var(--space-5);
        align-items: center;
      }

      .drawing {
        position: relative;
        flex: 0 1 12.5rem;
      }

      corr2d-picture-thumbnail {
        position: absolute;
        border: 0;
        opacity: 0.55;
      }

      .nested {
        position: relative;
      }

      .nested .image {
        fill: none;
      }

      .side {
        flex: 1 1 18rem;
        min-width: 0;
      }

      .sliders {
        display: grid;
        grid-template-columns: max-content minmax(5rem, 1fr) 3rem;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        max-width: 24rem;
      }

      output {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      @media print {
        .sliders {
          display: none;
        }
      }

      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content;
        gap: var(--space-1) var(--space-4);
        max-width: 24rem;
        margin: var(--space-3) 0;
        font-variant-numeric: tabular-nums;
      }

      dt {
        color: var(--ink-soft);
      }

      dd {
        margin: 0;
        text-align: end;
      }

      p {
        margin: 0 0 var(--space-3);
        color: var(--ink-soft);
        text-wrap: pretty;
      }
    `,
  ];

  @property({ attribute: false }) depth: DepthView = { layers: 3, kernel: 3 };
  /** On which the fields lie, its middle on theirs. */
  @property({ attribute: false }) image: NumberGrid = { rows: 1, columns: 1, values: [0] };

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { layers, kernel } = this.depth;
    const sizes = fieldSizes(this.depth);
    const field = sizes.at(-1) ?? 1;
    const deepest = fieldSizes({ layers: LIMITS.layers.maximum, kernel }).at(-1) ?? 1;
    const { image } = this;
    const side = Math.max(deepest, image.rows, image.columns);
    const stacked = layers * kernel ** 2;
    const alone = field ** 2;
    return html`
      <div class="drawing">
        <corr2d-picture-thumbnail
          style=${styleMap(placeOf(image, side))}
          .image=${toGreys(image)}
        ></corr2d-picture-thumbnail>
        <svg
          class="nested"
          viewBox="0 0 ${side} ${side}"
          role="img"
          aria-label=${msg(str`The fields of ${layers} layers: sides of ${sizes.join(', ')} cells`)}
        >
          ${nestedFields(side, sizes)}
        </svg>
      </div>
      <div class="side">
        <div class="sliders">
          <label for="layers">${msg('Layers')}</label>
          ${this.renderSlider('layers', layers, LIMITS.layers.minimum, LIMITS.layers.maximum)}
          <output>${layers}</output>
          <label for="kernel">${msg('Kernel')}</label>
          ${this.renderSlider('kernel', kernel, LIMITS.depthKernel.minimum, LIMITS.depthKernel.maximum)}
          <output>${kernel} × ${kernel}</output>
        </div>
        <dl>
          <dt>${msg('Field')}</dt>
          <dd>${field} × ${field}</dd>
          <dt>${unbroken(msg(str`Weights of ${layers} layers of ${kernel} × ${kernel}`))}</dt>
          <dd>${stacked}</dd>
          <dt>${unbroken(msg(str`Weights of one layer of ${field} × ${field}`))}</dt>
          <dd>${alone}</dd>
        </dl>
        <p>${compared(layers, stacked, alone)}</p>
        ${this.renderTooWide(field)}
        <button
          type="button"
          @click=${() => {
            this.tell('depth-taken', null);
          }}
        >
          ${msg('Make this the stack')}
        </button>
      </div>
    `;
  }

  /** Unpadded layers have no element that sees more than there is. */
  private renderTooWide(field: number): TemplateResult | typeof nothing {
    const { rows, columns } = this.image;
    if (field <= Math.min(rows, columns)) return nothing;
    return html`<p>
      ${msg(
        str`The field is larger than the image of ${rows} × ${columns}: without padding, no element of the last layer could be computed on it. As the stack, these layers get an image of at least ${field} × ${field}, yours in its middle and 0 around it.`,
      )}
    </p>`;
  }

  private renderSlider(
    name: keyof DepthView,
    value: number,
    minimum: number,
    maximum: number,
  ): TemplateResult {
    return html`<input
      id=${name}
      type="range"
      min=${minimum}
      max=${maximum}
      step="1"
      .value=${live(String(value))}
      @input=${(event: Event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        this.tell('depth-chosen', { ...this.depth, [name]: event.target.valueAsNumber });
      }}
      @change=${() => {
        this.tell('depth-settled', null);
      }}
    />`;
  }

  private tell<Name extends 'depth-chosen' | 'depth-settled' | 'depth-taken'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** In percent of a square drawing of `side` cells, in its middle. */
function placeOf({ rows, columns }: NumberGrid, side: number): Record<string, string> {
  const percent = (cells: number) => `${String((100 * cells) / side)}%`;
  return {
    left: percent((side - columns) / 2),
    top: percent((side - rows) / 2),
    width: percent(columns),
    height: percent(rows),
  };
}

/** From the least value, black, to the greatest, white. */
function toGreys({ rows, columns, values }: NumberGrid): NumberGrid {
  const [least, greatest] = extremesOf(values);
  const span = greatest - least || 1;
  return { rows, columns, values: values.map((value) => (value - least) / span) };
}

function fieldSizes({ layers, kernel }: DepthView): readonly number[] {
  const layer: AxisLayer = { kernel, stride: 1, padding: 0, dilation: 1 };
  return receptiveFields(Array<AxisLayer>(layers).fill(layer)).map(({ size }) => size);
}

function compared(layers: number, stacked: number, alone: number): string {
  if (layers === 1) return msg('One layer is one layer: add another, and the field grows.');
  return msg(
    str`The deep stack sees as much with ${stacked} weights in place of ${alone}, and can put an activation between its layers. But not every large kernel is a stack of small ones.`,
  );
}
