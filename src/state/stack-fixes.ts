/** What would make a layer fit that the stack cannot go through: each by itself, and within the page's limits. */
import { planStack, type MapShape } from '../math/stack/layer.ts';
import type { NumberGrid } from './document.ts';
import { LIMITS } from './limits.ts';
import { stackImage, type StackLayer } from './stack.ts';

export type StackFix =
  | { readonly kind: 'padding'; readonly value: number }
  | { readonly kind: 'dilation'; readonly value: number }
  /** Sides of the kernel, or of the window of a pooling. */
  | { readonly kind: 'kernel'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'image'; readonly rows: number; readonly columns: number };

/** Every fix changes as little as it can; none for a stack that can be. */
export function stackFixes(image: NumberGrid, layers: readonly StackLayer[]): readonly StackFix[] {
  const shape = stackImage(image);
  const at = planStack(shape, layers).faultAt;
  const layer = at === null ? undefined : layers[at];
  if (at === null || !layer) return [];
  const fits = (changed: StackLayer, from: MapShape = shape): boolean =>
    planStack(from, layers.slice(0, at + 1).with(at, changed)).faultAt === null;
  return [...layerFixes(layer, fits), ...imageFixes(image, (from) => fits(layer, from))];
}

function layerFixes(layer: StackLayer, fits: (changed: StackLayer) => boolean): readonly StackFix[] {
  if (layer.kind === 'activation') return [];
  if (layer.kind === 'pooling') {
    const size = countdown(layer.size).find((side) => fits({ ...layer, size: side }));
    return size ? [{ kind: 'kernel', rows: size, columns: size }] : [];
  }
  const padding = Array.from({ length: LIMITS.padding.maximum }, (_, index) => index + 1).find(
    (value) => value > layer.padding && fits({ ...layer, padding: value }),
  );
  const [height, width] = layer.kernel;
  // A side at a time: the other one is the least that there is.
  const rows = countdown(height + 1).find((side) => fits({ ...layer, kernel: [side, 1] }));
  const columns = countdown(width + 1).find((side) => fits({ ...layer, kernel: [1, side] }));
  const dilation = countdown(layer.dilation).find((value) => fits({ ...layer, dilation: value }));
  return [
    ...(padding ? [{ kind: 'padding', value: padding } as const] : []),
    ...(rows && columns ? [{ kind: 'kernel', rows, columns } as const] : []),
    ...(dilation ? [{ kind: 'dilation', value: dilation } as const] : []),
  ];
}

/** An image that is larger by the same number of cells along both axes, as far as each may grow. */
function imageFixes({ rows, columns }: NumberGrid, fits: (image: MapShape) => boolean): readonly StackFix[] {
  const { maximum } = LIMITS.imageSide;
  for (let more = 1; more < maximum; more++) {
    const [height, width] = [Math.min(maximum, rows + more), Math.min(maximum, columns + more)];
    if (fits([1, height, width])) return [{ kind: 'image', rows: height, columns: width }];
  }
  return [];
}

/** From one less than `from` down to 1. */
function countdown(from: number): readonly number[] {
  return Array.from({ length: Math.max(0, from - 1) }, (_, index) => from - 1 - index);
}
