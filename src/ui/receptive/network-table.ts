/** Known networks: how their fields grow, layer by layer, to scale with the images that they were made for. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { KNOWN_NETWORKS, type KnownNetwork } from '../../math/stack/networks.ts';
import { receptiveFields } from '../../math/stack/receptive-field.ts';
import { controlStyle } from '../style/controls.ts';
import { fieldTableStyle } from './field-table-style.ts';
import { nestedFields } from './nested-fields.ts';
import { nestedStyle } from './nested-style.ts';

@customElement('corr2d-network-table')
export class NetworkTableElement extends LitElement {
  static override styles = [
    controlStyle,
    fieldTableStyle,
    nestedStyle,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-bottom: var(--space-4);
      }

      .shown {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-4) var(--space-5);
        align-items: flex-start;
      }

      .drawing {
        flex: 0 1 17rem;
        min-width: 12rem;
      }

      .list {
        flex: 1 1 18rem;
        min-width: 0;
      }

      .wide {
        max-height: 24rem;
        overflow: auto;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--surface);
      }

      p {
        margin: var(--space-2) 0 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  @state() private chosen: KnownNetwork | undefined = KNOWN_NETWORKS[0];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { chosen } = this;
    return html`
      <div class="choices" role="group" aria-label=${msg('Network')}>
        ${KNOWN_NETWORKS.map(
          (network) =>
            html`<button
              type="button"
              aria-pressed=${network === chosen ? 'true' : 'false'}
              @click=${() => {
                this.chosen = network;
              }}
            >
              ${network.name}
            </button>`,
        )}
      </div>
      ${chosen ? renderNetwork(chosen) : ''}
    `;
  }
}

function renderNetwork({ name, input, source, layers }: KnownNetwork): TemplateResult {
  const fields = receptiveFields(layers);
  const last = fields.at(-1)?.size ?? 1;
  const side = Math.max(input, last);
  const sizes = [...new Set(fields.map(({ size }) => size))];
  return html`<div class="shown">
    <div class="drawing">
      <svg
        class="nested"
        viewBox="0 0 ${side} ${side}"
        role="img"
        aria-label=${msg(str`The fields of ${name}, up to ${last} × ${last} cells`)}
      >
        ${nestedFields(side, sizes)}
        <rect
          class="image edge"
          x=${(side - input) / 2}
          y=${(side - input) / 2}
          width=${input}
          height=${input}
        />
      </svg>
      <p>
        ${
          last > input
            ? msg(
                str`The last layer sees ${last} × ${last} cells, more than its image of ${input} × ${input}: the rest is padding.`,
              )
            : msg(str`The last layer sees ${last} × ${last} of the ${input} × ${input} cells of its image.`)
        }
      </p>
      <p>${msg(str`Source: ${source}`)}</p>
    </div>
    <div class="list">
      <div class="wide" tabindex="0" role="region" aria-label=${msg(str`Layers of ${name}`)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Layer')}</th>
              <th scope="col">${msg('Kernel')}</th>
              <th scope="col">${msg('Stride')}</th>
              <th scope="col">${msg('Field')}</th>
              <th scope="col">${msg('Jump')}</th>
            </tr>
          </thead>
          <tbody>
            ${layers.map(
              (layer, index) =>
                html`<tr>
                  <th scope="row">${layer.name}</th>
                  <td>${layer.kernel} × ${layer.kernel}</td>
                  <td>${layer.stride}</td>
                  <td>${fields[index]?.size}</td>
                  <td>${fields[index]?.jump}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-network-table': NetworkTableElement;
  }
}
