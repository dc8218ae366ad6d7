/** The places of the window that a film shows: all of them, or of each row as many as there is time for. */

/** More frames than this take longer to watch than they teach. */
const MOST_PLACES = 200;

/**
 * Places in reading order, of a response of these sides. The last of each row is among them, so that rows are filled as a whole.
 */
export function placesToShow(rows: number, columns: number): readonly number[] {
  const count = rows * columns;
  if (count <= MOST_PLACES) return Array.from({ length: count }, (_, place) => place);
  const each = Math.max(1, Math.floor(MOST_PLACES / rows));
  const inRow = Array.from({ length: each }, (_, i) => Math.round(((i + 1) * columns) / each) - 1);
  const places = Array.from({ length: rows }, (_, row) => inRow.map((column) => row * columns + column));
  return [...new Set([0, ...places.flat()])];
}
