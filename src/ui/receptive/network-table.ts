/** Known networks: how their fields grow, layer by layer, to scale with the images that they were made for. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { NetworkKey } from '../../math/stack/network-names.ts';
import {
  KNOWN_NETWORKS,
  knownNetwork,
  type KnownNetwork,
  type NamedLayer,
} from '../../math/stack/networks.ts';
import { networkStack, type NetworkCuts } from '../../state/network-stack.ts';
import { controlStyle } from '../style/controls.ts';
import { unbroken } from '../wording/unbroken.ts';
import {
  countedText,
  fieldRows,
  formulaHeadings,
  jumpFormula,
  offsetFormula,
  sizeFormula,
  type FieldRow,
} from './field-rows.ts';
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

      /* Below the drawing where the table does not fit beside it. */
      .list {
        flex: 1 1 max-content;
        min-width: 0;
      }

      .taken {
        margin-top: var(--space-4);
      }

      .wide {
        max-height: 24rem;
        overflow: auto;
      }

      thead th {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--surface);
      }

      thead th:first-child {
        z-index: 2;
      }

      @media print {
        .choices,
        .taken {
          display: none;
        }

        .wide {
          max-height: none;
          overflow: visible;
        }

        thead th {
          position: static;
        }
      }

      p {
        margin: var(--space-2) 0 0;
        color: var(--ink-soft);
        font-size: var(--text-s);
      }
    `,
  ];

  @property() network: NetworkKey = 'lenet';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const chosen = knownNetwork(this.network);
    return html`
      <div class="choices" role="group" aria-label=${msg('Network')}>
        ${KNOWN_NETWORKS.map(
          (network) =>
            html`<button
              type="button"
              aria-pressed=${network === chosen ? 'true' : 'false'}
              @click=${() => {
                this.tell('network-chosen', network.key);
              }}
            >
              ${network.name}
            </button>`,
        )}
      </div>
      ${renderNetwork(chosen)}
      <div class="taken">
        <button
          type="button"
          @click=${() => {
            this.tell('network-taken', chosen.key);
          }}
        >
          ${msg('Make its first layers the stack')}
        </button>
        <p>${unbroken(cutsText(networkStack(chosen.key).cuts))}</p>
      </div>
    `;
  }

  private tell(name: 'network-chosen' | 'network-taken', detail: NetworkKey): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function renderNetwork({ name, input, source, layers }: KnownNetwork): TemplateResult {
  const rows = fieldRows(layers);
  const last = rows.at(-1)?.field.size ?? 1;
  const side = Math.max(input, last);
  const sizes = [...new Set(rows.map(({ field }) => field.size))];
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
      <p>${unbroken(seenText(last, input))}</p>
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
              ${formulaHeadings()}
            </tr>
          </thead>
          <tbody>
            ${layers.map((layer, index) => renderRow(layer, rows[index]))}
          </tbody>
        </table>
      </div>
    </div>
  </div>`;
}

function renderRow({ name, kernel, stride }: NamedLayer, row: FieldRow | undefined): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${kernel} × ${kernel}</td>
    <td>${stride}</td>
    ${
      row
        ? html`<td>${sizeFormula(row)}</td>
            <td>${jumpFormula(row)}</td>
            <td>${offsetFormula(row)}</td>
            <td>${countedText(row, row)}</td>`
        : nothing
    }
  </tr>`;
}

function seenText(last: number, input: number): string {
  return last > input
    ? msg(
        str`The last layer sees ${last} × ${last} cells, more than its image of ${input} × ${input}: the rest is padding.`,
      )
    : msg(str`The last layer sees ${last} × ${last} of the ${input} × ${input} cells of its image.`);
}

/** What the stack lacks of the network; in sentences. */
function cutsText({ layers, maps, side, poolingPadding }: NetworkCuts): string {
  const sentences = [
    msg('With PyTorch’s random weights, without biases and activations.'),
    layers && msg(str`${layers[0]} of the ${layers[1]} layers listed.`),
    maps && msg(str`At most ${maps[0]} feature maps a layer, where the network has up to ${maps[1]}.`),
    side && msg(str`On an image of ${side[0]} × ${side[0]} in place of ${side[1]} × ${side[1]}.`),
    poolingPadding && msg('The pooling without its padding.'),
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

declare global {
  interface HTMLElementEventMap {
    'network-chosen': CustomEvent<NetworkKey>;
    'network-taken': CustomEvent<NetworkKey>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-network-table': NetworkTableElement;
  }
}
