/** Stacks of layers that are all alike: how deep they are, and how they are made deeper. */
import type { NumberGrid } from './document.ts';
import { makeCorrelation, type CorrelationLayer, type DepthView, type StackLayer } from './stack.ts';

/** Null unless all layers are correlations with square kernels of one side, and with nothing else to them. */
export function uniformDepth(layers: readonly StackLayer[]): DepthView | null {
  const [first] = layers;
  const kernel = first?.kind === 'correlation' ? first.kernel[0] : 0;
  const isPlain = (layer: StackLayer): boolean =>
    layer.kind === 'correlation' &&
    layer.kernel.every((side) => side === kernel) &&
    [layer.stride, layer.dilation, layer.channels].every((number) => number === 1) &&
    layer.padding === 0;
  return layers.length > 0 && layers.every(isPlain) ? { layers: layers.length, kernel } : null;
}

/** So many layers of one kernel size; those that are there already stay, and what comes in addition is like the last. */
export function deepenedLayers(
  layers: readonly StackLayer[],
  { layers: count, kernel }: DepthView,
): readonly StackLayer[] {
  const kept = uniformDepth(layers)?.kernel === kernel ? layers : [];
  return Array.from({ length: count }, (_, i) => kept[i] ?? kept.at(-1) ?? seededLayer(kernel, i));
}

function seededLayer(kernel: number, seed: number): CorrelationLayer {
  return makeCorrelation({ kernel: [kernel, kernel], weights: { kind: 'torch', seed } });
}

/** The image with `side` rows and columns; what it lacks is the image again. */
export function tiledImage({ rows, columns, values }: NumberGrid, side: number): NumberGrid {
  return {
    rows: side,
    columns: side,
    values: Array.from({ length: side * side }, (_, index) => {
      const [row, column] = [Math.floor(index / side) % rows, (index % side) % columns];
      return values[row * columns + column] ?? 0;
    }),
  };
}
