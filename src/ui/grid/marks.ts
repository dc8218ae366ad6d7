/** How single cells of a grid stand out. */

/** `window`: under the kernel. `feeds`: fed by the pointed cell. `current`: the cell itself. `later`: not reached yet. */
export type Mark = 'window' | 'feeds' | 'current' | 'later';
export type Marks = ReadonlyMap<string, Mark>;

export const NO_MARKS: Marks = new Map();

export function cellKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

/** All the given cells under one mark. */
export function markAll(cells: readonly (readonly [row: number, column: number])[], mark: Mark): Marks {
  return new Map(cells.map(([row, column]) => [cellKey(row, column), mark]));
}

/** The cells that are marked, as rows and columns. */
export function markedCells(marks: Marks): readonly (readonly [row: number, column: number])[] {
  return [...marks.keys()].map((key) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return [row, column];
  });
}

/** The sides of a window cell that lie on the window's outline: where the neighbour is not of the window. */
export function outlineSides(marks: Marks, row: number, column: number): readonly string[] {
  if (marks.get(cellKey(row, column)) !== 'window') return [];
  const neighbours = [
    ['edge-top', row - 1, column],
    ['edge-right', row, column + 1],
    ['edge-bottom', row + 1, column],
    ['edge-left', row, column - 1],
  ] as const;
  const isWindow = (mark: Mark | undefined) => mark === 'window' || mark === 'feeds';
  return neighbours.filter(([, y, x]) => !isWindow(marks.get(cellKey(y, x)))).map(([side]) => side);
}

/** The class attribute of a cell under these marks. */
export function cellClasses(marks: Marks, row: number, column: number): string {
  const mark = marks.get(cellKey(row, column));
  if (mark === undefined) return 'cell';
  return ['cell', mark, ...outlineSides(marks, row, column)].join(' ');
}

/** Whether two sets of marks look the same. */
export function sameMarks(left: Marks | undefined, right: Marks | undefined): boolean {
  if (left === right) return true;
  return left?.size === right?.size && [...(left ?? [])].every(([key, mark]) => right?.get(key) === mark);
}
