/** Names of weights, the same in charts, tables and choices. */
import type { GridSize } from '../../state/document.ts';

/** `K[0, 1]`; `b` for the bias, which comes after the kernel. */
export function weightName(index: number, { rows, columns }: GridSize): string {
  if (index >= rows * columns) return 'b';
  return `K[${String(Math.floor(index / columns))}, ${String(index % columns)}]`;
}
