/** Size, jump and start of the receptive field after each layer, the formula filled in, and counted cell by cell. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { renderTerms } from '../lesson/term-row.ts';
import { axisLayer, weightCount, type MapShape } from '../../math/stack/layer.ts';
import type { StackLayer } from '../../state/stack.ts';
import { layerText } from '../wording/layer-text.ts';
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

@customElement('corr2d-field-table')
export class FieldTableElement extends LitElement {
  static override styles = fieldTableStyle;

  @property({ attribute: false }) layers: readonly StackLayer[] = [];
  /** As far as the stack goes. */
  @property({ attribute: false }) shapes: readonly MapShape[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const down = axisRows(this.layers, this.shapes, 0);
    const right = axisRows(this.layers, this.shapes, 1);
    return html`
      <div class="wide" tabindex="0" role="region" aria-label=${msg('Receptive fields, layer by layer')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Layer')}</th>
              <th scope="col">${msg('Output')}</th>
              ${formulaHeadings()}
              <th scope="col">${msg('Weights')}</th>
            </tr>
          </thead>
          <tbody>
            ${down.map((row, index) => this.renderRow(index, row, right[index] ?? row))}
          </tbody>
        </table>
      </div>
      <p class="note">
        ${unbroken(
          msg(
            'k is the span of the kernel, (kernel − 1) · dilation + 1; s is the stride, p the padding, and ′ marks the layer before, the image having r = 1, j = 1 and o = 0. Element i of a layer sees the image from cell i · j − o on, r cells wide (Araujo, Norris & Sim 2019). “Counted” lists the cells of two neighbouring elements one by one, back through the layers: how far they reach, how far apart they begin, how many lie before the image. Where strides or dilations leave gaps it says how many of the cells are really seen.',
          ),
        )}
      </p>
      ${renderTerms(['receptive-field', 'jump', 'overhang', 'dilation'])}
    `;
  }

  private renderRow(index: number, down: FieldRow, right: FieldRow): TemplateResult {
    const layer = this.layers[index];
    const [channels = 0, rows = 0, columns = 0] = this.shapes[index + 1] ?? [];
    const [before = 1] = this.shapes[index] ?? [];
    return html`<tr>
      <th scope="row">${index + 1} · ${layer ? unbroken(layerText(layer)) : nothing}</th>
      <td>${channels > 1 ? `${String(channels)} × ` : ''}${rows} × ${columns}</td>
      <td>${both(down, right, sizeFormula)}</td>
      <td>${both(down, right, jumpFormula)}</td>
      <td>${both(down, right, offsetFormula)}</td>
      <td>${countedText(down, right)}</td>
      <td>${layer ? weightCount(layer, before) : 0}</td>
    </tr>`;
  }
}

function axisRows(
  layers: readonly StackLayer[],
  shapes: readonly MapShape[],
  axis: 0 | 1,
): readonly FieldRow[] {
  return fieldRows(layers.slice(0, shapes.length - 1).map((layer) => axisLayer(layer, axis)));
}

/** Once where both axes are alike. */
function both(down: FieldRow, right: FieldRow, formula: (row: FieldRow) => string): TemplateResult {
  const [first, second] = [formula(down), formula(right)];
  return first === second ? html`${first}` : html`↓ ${first}<br />→ ${second}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-field-table': FieldTableElement;
  }
}
