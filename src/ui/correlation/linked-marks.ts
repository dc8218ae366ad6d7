/** How the three grids of a correlation point at one another: window, products, and where an image cell goes. */
import type { Plan } from '../../math/geometry.ts';
import { fedBy, windowOf, type Tap } from '../../math/window.ts';
import type { GridCell } from '../grid/cell-events.ts';
import { cellKey, markAll, NO_MARKS, type Mark, type Marks } from '../grid/marks.ts';

export interface LinkedMarks {
  readonly image: Marks;
  readonly kernel: Marks;
  readonly response: Marks;
}

/**
 * The marks while the window is at `position` (a response element in reading order) and `pointed` is under the
 * pointer. `hideLater` covers the elements that the playing window has not reached.
 */
export function linkedMarks(
  plan: Plan,
  position: number,
  pointed: GridCell | null,
  hideLater: boolean,
): LinkedMarks {
  const columns = plan.output[1];
  const row = Math.floor(position / columns);
  const column = position % columns;
  const taps = windowOf(plan, row, column);
  const image = new Map<string, Mark>(taps.map((tap) => [cellKey(tap.imageRow, tap.imageColumn), 'window']));
  const response = new Map<string, Mark>(hideLater ? laterThan(plan, position) : []);
  response.set(cellKey(row, column), 'current');
  if (pointed?.grid === 'image') {
    for (const [fedRow, fedColumn] of fedBy(plan, pointed.row, pointed.column)) {
      response.set(cellKey(fedRow, fedColumn), 'feeds');
    }
  }
  const tap = taps.find((each) => isPointed(each, pointed));
  if (!tap) return { image, kernel: NO_MARKS, response };
  image.set(cellKey(tap.imageRow, tap.imageColumn), 'feeds');
  return { image, kernel: markAll([[tap.kernelRow, tap.kernelColumn]], 'current'), response };
}

/** Whether the image or the kernel cell of a product is under the pointer. */
function isPointed(tap: Tap, pointed: GridCell | null): boolean {
  if (pointed?.grid === 'kernel') return tap.kernelRow === pointed.row && tap.kernelColumn === pointed.column;
  if (pointed?.grid === 'image') return tap.imageRow === pointed.row && tap.imageColumn === pointed.column;
  return false;
}

function laterThan({ output: [rows, columns] }: Plan, position: number): [string, Mark][] {
  const count = rows * columns - position - 1;
  return Array.from({ length: count }, (_, index) => {
    const later = position + 1 + index;
    return [cellKey(Math.floor(later / columns), later % columns), 'later'];
  });
}
