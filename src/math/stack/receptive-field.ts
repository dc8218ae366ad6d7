/**
 * What an element of a stack of layers sees of the input, along one axis: by the recurrences of Araujo, Norris & Sim 2019
 * (Computing Receptive Fields of Convolutional Neural Networks, Distill, doi:10.23915/distill.00021), and cell by cell.
 */
import { dilatedLength } from '../geometry.ts';

/** A correlation or a pooling along an axis; activations see one cell and are left away. */
export interface AxisLayer {
  readonly kernel: number;
  readonly stride: number;
  /** Cells of padding before the first. */
  readonly padding: number;
  readonly dilation: number;
}

/** Element `i` of the last layer sees input cells from i · jump − offset on, `size` of them with what lies between. */
export interface ReceptiveField {
  readonly size: number;
  /** Input cells from one element's field to the next one's: the product of the strides. */
  readonly jump: number;
  /** Cells of the first element's field that lie before the input's first cell. */
  readonly offset: number;
}

/** The field after each layer, in order: r = r′ + (k − 1) · d · jump′, jump = jump′ · s, offset = offset′ + p · jump′. */
export function receptiveFields(layers: readonly AxisLayer[]): readonly ReceptiveField[] {
  const fields: ReceptiveField[] = [];
  let field: ReceptiveField = { size: 1, jump: 1, offset: 0 };
  for (const { kernel, stride, padding, dilation } of layers) {
    field = {
      size: field.size + (dilatedLength(kernel, dilation) - 1) * field.jump,
      jump: field.jump * stride,
      offset: field.offset + padding * field.jump,
    };
    fields.push(field);
  }
  return fields;
}

export interface CountedField extends ReceptiveField {
  /** Cells that are seen: fewer than `size` where there are gaps between them. */
  readonly cells: number;
}

/** The field after the last layer from the cells of its first two elements, one by one: what the recurrences must agree with. */
export function countedField(layers: readonly AxisLayer[]): CountedField {
  const cells = seenCells(layers, 0);
  const [first = 0, last = 0] = [cells[0], cells.at(-1)];
  const [next = 0] = seenCells(layers, 1);
  return { size: last - first + 1, jump: next - first, offset: 0 - first, cells: cells.length };
}

/**
 * The input cells that element `index` of the last layer sees, ascending, one by one through the layers; with dilation
 * there may be gaps. Cells below 0 or past the input are padding.
 */
export function seenCells(layers: readonly AxisLayer[], index: number): readonly number[] {
  let cells = new Set([index]);
  for (const { kernel, stride, padding, dilation } of layers.toReversed()) {
    const below = new Set<number>();
    for (const cell of cells) {
      for (let tap = 0; tap < kernel; tap++) below.add(cell * stride - padding + tap * dilation);
    }
    cells = below;
  }
  return [...cells].sort((a, b) => a - b);
}

/**
 * The elements of each layer that see input cell `cell`, ascending; `lengths` are the layers' own, whatever lies past them
 * does not exist. A cell that is padding in some layer passes nothing on.
 */
export function reachedElements(
  layers: readonly AxisLayer[],
  lengths: readonly number[],
  cell: number,
): readonly (readonly number[])[] {
  let cells: readonly number[] = [cell];
  return layers.map((layer, index) => {
    const length = lengths[index] ?? 0;
    const reached = new Set(cells.flatMap((from) => fedElements(layer, from)));
    cells = [...reached].filter((element) => element >= 0 && element < length).sort((a, b) => a - b);
    return cells;
  });
}

/** Elements of a layer whose window holds a cell of the layer below: i · s + t · d − p = cell for a tap t. */
function fedElements({ kernel, stride, padding, dilation }: AxisLayer, cell: number): number[] {
  const elements = Array.from({ length: kernel }, (_, tap) => (cell + padding - tap * dilation) / stride);
  return elements.filter(Number.isInteger);
}
