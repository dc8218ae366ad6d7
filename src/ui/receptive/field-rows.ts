/** The recurrences of the receptive field with the numbers of a layer filled in, and the same counted cell by cell. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dilatedLength } from '../../math/geometry.ts';
import {
  countedField,
  receptiveFields,
  type AxisLayer,
  type CountedField,
  type ReceptiveField,
} from '../../math/stack/receptive-field.ts';

export interface FieldRow {
  readonly layer: AxisLayer;
  readonly below: ReceptiveField;
  readonly field: ReceptiveField;
  readonly counted: CountedField;
}

const ONE_CELL: ReceptiveField = { size: 1, jump: 1, offset: 0 };

/** A row a layer, along one axis. */
export function fieldRows(layers: readonly AxisLayer[]): readonly FieldRow[] {
  const fields = receptiveFields(layers);
  return layers.map((layer, index) => ({
    layer,
    below: fields[index - 1] ?? ONE_CELL,
    field: fields[index] ?? ONE_CELL,
    counted: countedField(layers.slice(0, index + 1)),
  }));
}

export function sizeFormula({ layer, below, field }: FieldRow): string {
  const span = dilatedLength(layer.kernel, layer.dilation);
  return `${String(below.size)} + (${String(span)} − 1) · ${String(below.jump)} = ${String(field.size)}`;
}

export function jumpFormula({ layer, below, field }: FieldRow): string {
  return `${String(below.jump)} · ${String(layer.stride)} = ${String(field.jump)}`;
}

export function offsetFormula({ layer, below, field }: FieldRow): string {
  return `${String(below.offset)} + ${String(layer.padding)} · ${String(below.jump)} = ${String(field.offset)}`;
}

/** The headings of the columns that the formulas fill, and of the count. */
export function formulaHeadings(): TemplateResult {
  return html`<th scope="col">${msg('Field')}<br /><i>r</i> = <i>r</i>′ + (<i>k</i> − 1) · <i>j</i>′</th>
    <th scope="col">${msg('Jump')}<br /><i>j</i> = <i>j</i>′ · <i>s</i></th>
    <th scope="col">${msg('Overhang')}<br /><i>o</i> = <i>o</i>′ + <i>p</i> · <i>j</i>′</th>
    <th scope="col">${msg('Counted')}<br /><i>r</i> · <i>j</i> · <i>o</i></th>`;
}

/** What the cells themselves say: size, jump and overhang, and how many cells there are where some are left out. */
export function countedText(down: FieldRow, right: FieldRow): TemplateResult {
  const [first, second] = [down.counted, right.counted];
  const text = [
    `${String(first.size)} × ${String(second.size)}`,
    pair(first.jump, second.jump),
    pair(first.offset, second.offset),
  ].join(' · ');
  const agrees = isAsCounted(down) && isAsCounted(right);
  const [cells, all] = [first.cells * second.cells, first.size * second.size];
  return html`${
    agrees
      ? html`<span class="agrees" title=${msg('as the formulas say')}>${text} ✓</span>`
      : html`<span class="differs">${msg(str`${text}: not as the formulas say`)}</span>`
  }${cells < all ? html`<br /><span class="gaps">${msg(str`${cells} of ${all} cells`)}</span>` : nothing}`;
}

function isAsCounted({ field, counted }: FieldRow): boolean {
  return field.size === counted.size && field.jump === counted.jump && field.offset === counted.offset;
}

function pair(down: number, right: number): string {
  return down === right ? String(down) : `${String(down)}, ${String(right)}`;
}
