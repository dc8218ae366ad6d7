/** How the three grids of a correlation point at one another: window, products, and where an image cell goes. */
import type { Plan } from '../../math/geometry.ts';
import { fedBy, windowOf } from '../../math/window.ts';
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
  if (pointed?.grid !== 'kernel') return { image, kernel: NO_MARKS, response };
  const tap = taps.find((each) => each.kernelRow === pointed.row && each.kernelColumn === pointed.column);
  if (tap) image.set(cellKey(tap.imageRow, tap.imageColumn), 'feeds');
  return { image, kernel: markAll([[pointed.row, pointed.column]], 'current'), response };
}

function laterThan({ output: [rows, columns] }: Plan, position: number): [string, Mark][] {
  const count = rows * columns - position - 1;
  return Array.from({ length: count }, (_, index) => {
    const later = position + 1 + index;
    return [cellKey(Math.floor(later / columns), later % columns), 'later'];
  });
}
