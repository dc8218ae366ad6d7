/** Where on a table a pointer is. */
import type { CellPosition } from './cell-events.ts';

/** The cell under a pointer, by geometry: positions outside the grid have rows and columns outside it. */
export function cellUnder(root: ParentNode, event: PointerEvent): CellPosition | null {
  const first = root.querySelector('.table .cell')?.getBoundingClientRect();
  // Without a size (hidden in mid-stroke) there is no cell to be under.
  if (!first || first.width === 0 || first.height === 0) return null;
  return {
    row: Math.floor((event.clientY - first.top) / first.height),
    column: Math.floor((event.clientX - first.left) / first.width),
  };
}
