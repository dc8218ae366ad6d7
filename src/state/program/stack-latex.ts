/** A stack as a LaTeX document: its layers, and what an element sees, the recurrence filled in with numbers. */
import { axisLayer } from '../../math/stack/layer.ts';
import { receptiveFields, type ReceptiveField } from '../../math/stack/receptive-field.ts';
import type { NumberGrid } from '../document.ts';
import type { ReceptivePart, StackLayer } from '../stack.ts';
import { latexDocument, matrixEquation } from './latex-document.ts';
import { placedLayers, type PlacedLayer } from './stack-layers.ts';

const ONE_CELL: ReceptiveField = { size: 1, jump: 1, offset: 0 };

export function latexStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  const typed = placed.flatMap(typedKernels);
  return latexDocument(
    [part.image, ...typed.map(({ kernel }) => kernel)],
    [
      ...matrixEquation('X', part.image),
      ...typed.flatMap(({ name, kernel }) => matrixEquation(name, kernel)),
      ...layerTable(part, placed),
      '',
      'With $k$ for the side of a kernel or window, $d$ for its dilation, $s$ for its stride and $p$ for its padding, an',
      'element of layer $l$ sees $r_l$ cells of the image, the next element the cells $j_l$ further on, and the first',
      'element begins $o_l$ cells before the image:',
      '\\[',
      'r_l = r_{l-1} + (k_l - 1) \\, d_l \\, j_{l-1}, \\qquad j_l = j_{l-1} \\, s_l, \\qquad o_l = o_{l-1} + p_l \\, j_{l-1}',
      '\\]',
      'with $r_0 = j_0 = 1$ and $o_0 = 0$.',
      ...recurrences(placed),
    ],
  );
}

function typedKernels({ number, layer }: PlacedLayer): readonly { name: string; kernel: NumberGrid }[] {
  if (layer.kind !== 'correlation' || layer.weights.kind !== 'typed') return [];
  const { kernels } = layer.weights;
  return kernels.map((kernel, index) => {
    const which = kernels.length > 1 ? `${String(number)},${String(index + 1)}` : String(number);
    return { name: `K_{${which}}`, kernel };
  });
}

function layerTable({ image }: ReceptivePart, placed: readonly PlacedLayer[]): readonly string[] {
  const rows = placed.map(
    ({ number, layer, output }) => `  ${String(number)} & ${layerText(layer)} & $${times(output)}$ \\\\`,
  );
  return [
    '\\begin{center}',
    '\\begin{tabular}{rll}',
    '  $l$ & layer & maps $\\times$ rows $\\times$ columns \\\\',
    '  \\hline',
    `  0 & image & $${times([1, image.rows, image.columns])}$ \\\\`,
    ...rows,
    '\\end{tabular}',
    '\\end{center}',
  ];
}

function layerText(layer: StackLayer): string {
  switch (layer.kind) {
    case 'correlation': {
      const { kernel, stride, padding, dilation, weights } = layer;
      const seed = weights.kind === 'torch' ? `, weights of seed ${String(weights.seed)}` : '';
      const geometry = [
        stride > 1 ? `, stride ${String(stride)}` : '',
        padding > 0 ? `, padding ${String(padding)}` : '',
        dilation > 1 ? `, dilation ${String(dilation)}` : '',
      ];
      return `correlation $${times(kernel)}$${geometry.join('')}${seed}`;
    }
    case 'pooling':
      return `${layer.method} pooling $${times([layer.size, layer.size])}$, stride ${String(layer.stride)}`;
    case 'activation':
      return { none: 'no activation', relu: 'ReLU', tanh: '$\\tanh$' }[layer.name];
  }
}

/** Once where both axes are alike. */
function recurrences(placed: readonly PlacedLayer[]): readonly string[] {
  if (placed.length === 0) return [];
  const [down, right] = [recurrence(placed, 0), recurrence(placed, 1)];
  if (down.join() === right.join()) return down;
  return ['Down the rows:', ...down, 'Along the columns:', ...right];
}

function recurrence(placed: readonly PlacedLayer[], axis: 0 | 1): readonly string[] {
  const layers = placed.map(({ layer }) => axisLayer(layer, axis));
  const fields = receptiveFields(layers);
  const lines = layers.map(({ kernel, stride, padding, dilation }, index) => {
    const before = fields[index - 1] ?? ONE_CELL;
    const { size, jump, offset } = fields[index] ?? ONE_CELL;
    const l = String(index + 1);
    const tap =
      dilation === 1 ? `(${String(kernel)} - 1)` : `(${String(kernel)} - 1) \\cdot ${String(dilation)}`;
    return [
      `  r_{${l}} &= ${String(before.size)} + ${tap} \\cdot ${String(before.jump)} = ${String(size)}`,
      `j_{${l}} &= ${String(before.jump)} \\cdot ${String(stride)} = ${String(jump)}`,
      `o_{${l}} &= ${String(before.offset)} + ${String(padding)} \\cdot ${String(before.jump)} = ${String(offset)}`,
    ].join(' & ');
  });
  return ['\\begin{align*}', lines.join(' \\\\\n'), '\\end{align*}'];
}

function times(sides: readonly number[]): string {
  return sides.join(' \\times ');
}
