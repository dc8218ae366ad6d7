/** Brush strokes on a grid. */

export type Cell = readonly [row: number, column: number];

/**
 * The cells of a straight line, both ends included, each touching the next by a side or a corner (Bresenham 1965,
 * in its symmetric error form). Ends are whole numbers; a line has max(|Δrow|, |Δcolumn|) + 1 cells.
 */
export function lineCells(from: Cell, to: Cell): readonly Cell[] {
  const rows = Math.abs(to[0] - from[0]);
  const columns = Math.abs(to[1] - from[1]);
  const down = Math.sign(to[0] - from[0]);
  const right = Math.sign(to[1] - from[1]);
  const cells: Cell[] = [from];
  let [row, column] = from;
  let error = columns - rows;
  while (row !== to[0] || column !== to[1]) {
    const doubled = 2 * error;
    if (doubled > -rows) {
      error -= rows;
      column += right;
    }
    if (doubled < columns) {
      error += columns;
      row += down;
    }
    cells.push([row, column]);
  }
  return cells;
}
