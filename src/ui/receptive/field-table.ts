/** Size, jump and start of the receptive field after each layer, the formula filled in, and counted cell by cell. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dilatedLength } from '../../math/geometry.ts';
import { axisLayer, weightCount, type MapShape } from '../../math/stack/layer.ts';
import { receptiveFields, type AxisLayer, type ReceptiveField } from '../../math/stack/receptive-field.ts';
import { seenByLevel, spanOf } from '../../math/stack/seen.ts';
import type { StackLayer } from '../../state/stack.ts';
import { layerText } from '../wording/layer-text.ts';
import { fieldTableStyle } from './field-table-style.ts';

interface AxisRow {
  readonly layer: AxisLayer;
  readonly below: ReceptiveField;
  readonly field: ReceptiveField;
  /** Counted on the middle element of the layer. */
  readonly counted: number;
}

const ONE_CELL: ReceptiveField = { size: 1, jump: 1, offset: 0 };

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
              <th scope="col">${msg('Field')} <i>r</i> = <i>r</i>′ + (<i>k</i> − 1) · <i>j</i>′</th>
              <th scope="col">${msg('Jump')} <i>j</i> = <i>j</i>′ · <i>s</i></th>
              <th scope="col">${msg('Overhang')} <i>o</i> = <i>o</i>′ + <i>p</i> · <i>j</i>′</th>
              <th scope="col">${msg('Counted')}</th>
              <th scope="col">${msg('Weights')}</th>
            </tr>
          </thead>
          <tbody>
            ${down.map((row, index) => this.renderRow(index, row, right[index] ?? row))}
          </tbody>
        </table>
      </div>
      <p class="note">
        ${msg(
          'k is the span of the kernel, (kernel − 1) · dilation + 1; s is the stride, p the padding, and ′ marks the layer before, the image having r = 1, j = 1 and o = 0. Element i of a layer sees the image from cell i · j − o on, r cells wide (Araujo, Norris & Sim 2019). The last but one column counts the cells one by one, back through the layers.',
        )}
      </p>
    `;
  }

  private renderRow(index: number, down: AxisRow, right: AxisRow): TemplateResult {
    const layer = this.layers[index];
    const [channels = 0, rows = 0, columns = 0] = this.shapes[index + 1] ?? [];
    const [before = 1] = this.shapes[index] ?? [];
    return html`<tr>
      <th scope="row">${index + 1} · ${layer ? layerText(layer) : nothing}</th>
      <td>${channels > 1 ? `${String(channels)} × ` : ''}${rows} × ${columns}</td>
      <td>${both(down, right, sizeFormula)}</td>
      <td>${both(down, right, jumpFormula)}</td>
      <td>${both(down, right, offsetFormula)}</td>
      <td>${counted(down, right)}</td>
      <td>${layer ? weightCount(layer, before) : 0}</td>
    </tr>`;
  }
}

function axisRows(
  layers: readonly StackLayer[],
  shapes: readonly MapShape[],
  axis: 0 | 1,
): readonly AxisRow[] {
  const along = layers.slice(0, shapes.length - 1).map((layer) => axisLayer(layer, axis));
  const lengths = shapes.map((shape) => shape[axis + 1] ?? 0);
  const fields = receptiveFields(along);
  return along.map((layer, index) => {
    const middle = Math.floor((lengths[index + 1] ?? 0) / 2);
    const [image] = seenByLevel(along.slice(0, index + 1), lengths, middle);
    return {
      layer,
      below: fields[index - 1] ?? ONE_CELL,
      field: fields[index] ?? ONE_CELL,
      counted: spanOf(image?.covered ?? []),
    };
  });
}

/** Once where both axes are alike. */
function both(down: AxisRow, right: AxisRow, formula: (row: AxisRow) => string): TemplateResult {
  const [first, second] = [formula(down), formula(right)];
  return first === second ? html`${first}` : html`↓ ${first}<br />→ ${second}`;
}

function sizeFormula({ layer, below, field }: AxisRow): string {
  const span = dilatedLength(layer.kernel, layer.dilation);
  return `${String(below.size)} + (${String(span)} − 1) · ${String(below.jump)} = ${String(field.size)}`;
}

function jumpFormula({ layer, below, field }: AxisRow): string {
  return `${String(below.jump)} · ${String(layer.stride)} = ${String(field.jump)}`;
}

function offsetFormula({ layer, below, field }: AxisRow): string {
  return `${String(below.offset)} + ${String(layer.padding)} · ${String(below.jump)} = ${String(field.offset)}`;
}

function counted(down: AxisRow, right: AxisRow): TemplateResult {
  const agrees = down.counted === down.field.size && right.counted === right.field.size;
  const text = `${String(down.counted)} × ${String(right.counted)}`;
  return agrees
    ? html`<span class="agrees" title=${msg('as the formula says')}>${text} ✓</span>`
    : html`<span class="differs">${msg(str`${text}: not as the formula says`)}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-field-table': FieldTableElement;
  }
}
