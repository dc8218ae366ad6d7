/** Lines of equal height on a grid of samples: marching squares (Lorensen & Cline 1987, in the plane). */

/** Samples of a height, row-major, `columns` a row. */
export interface HeightField {
  readonly columns: number;
  readonly rows: number;
  readonly heights: ArrayLike<number>;
}

/** In units of the samples: x along a row, y down. */
export type ContourPoint = readonly [x: number, y: number];
export type ContourLine = readonly ContourPoint[];

/** An edge of the grid by number, two to a sample: to its right, and below it. */
type Crossing = readonly [from: number, to: number];

/** The lines along which the height is `level`, each as long as it goes; a closed line ends where it begins. */
export function contourLines(field: HeightField, level: number): readonly ContourLine[] {
  return joined(crossings(field, level)).map((edges) => edges.map((edge) => pointOn(field, edge, level)));
}

/** In every square of four samples, the pairs of its edges that a line joins. */
function crossings(field: HeightField, level: number): Crossing[] {
  const found: Crossing[] = [];
  for (let row = 0; row + 1 < field.rows; row++) {
    for (let column = 0; column + 1 < field.columns; column++)
      found.push(...crossSquare(field, row, column, level));
  }
  return found;
}

function crossSquare(
  { columns, heights }: HeightField,
  row: number,
  column: number,
  level: number,
): Crossing[] {
  const sample = row * columns + column;
  const at = (index: number): number => heights[index] ?? 0;
  const corners = [sample, sample + 1, sample + columns + 1, sample + columns];
  // Top, right, bottom, left: each between a corner and the next.
  const edges = [2 * sample, 2 * (sample + 1) + 1, 2 * (sample + columns), 2 * sample + 1];
  const above = corners.map((corner) => at(corner) > level);
  const crossed = edges.filter((_, i) => above[i] !== above[(i + 1) % 4]);
  const [a, b, c, d] = crossed;
  if (a === undefined || b === undefined) return [];
  if (c === undefined || d === undefined) return [[a, b]];
  // A saddle: the mean says whether the two high corners are one hill or two.
  const isHill = corners.reduce((sum, corner) => sum + at(corner), 0) / 4 > level;
  const joinsFirst = isHill === (above[0] ?? false);
  return joinsFirst
    ? [
        [a, b],
        [c, d],
      ]
    : [
        [d, a],
        [b, c],
      ];
}

/** Crossings joined end to end. */
function joined(all: readonly Crossing[]): number[][] {
  const waiting = new Map<number, Set<Crossing>>();
  const place = (edge: number, crossing: Crossing): void => {
    waiting.set(edge, (waiting.get(edge) ?? new Set()).add(crossing));
  };
  for (const crossing of all)
    crossing.forEach((edge) => {
      place(edge, crossing);
    });
  const take = (edge: number): number | null => {
    const [crossing] = waiting.get(edge) ?? [];
    if (!crossing) return null;
    crossing.forEach((end) => waiting.get(end)?.delete(crossing));
    return crossing[0] === edge ? crossing[1] : crossing[0];
  };
  const follow = (start: number): number[] => {
    const line = [start];
    for (let next = take(start); next !== null; next = take(next)) line.push(next);
    return line;
  };
  const lines: number[][] = [];
  for (const [start] of all) {
    const forwards = follow(start);
    if (forwards.length === 1) continue;
    const backwards = follow(start).slice(1).reverse();
    lines.push([...backwards, ...forwards]);
  }
  return lines;
}

function pointOn({ columns, heights }: HeightField, edge: number, level: number): ContourPoint {
  const sample = Math.floor(edge / 2);
  const isDown = edge % 2 === 1;
  const from = heights[sample] ?? 0;
  const to = heights[sample + (isDown ? columns : 1)] ?? 0;
  const share = (level - from) / (to - from);
  const [x, y] = [sample % columns, Math.floor(sample / columns)];
  return isDown ? [x, y + share] : [x + share, y];
}
