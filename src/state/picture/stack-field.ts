/** The field of an element on a map of a picture: the cells that it covers outside of the map, and frames around all of it. */
import type { LineShape, PaintedCell, Shape } from '../../math/figure/drawing.ts';
import { mixColors, type PictureLook } from '../../math/figure/look.ts';
import { drawnOverhang, linkOverhang, type LevelLink, type Overhang } from '../../math/stack/links.ts';
import type { MapShape } from '../../math/stack/layer.ts';
import { runsOf } from '../../math/stack/runs.ts';
import type { GridSize } from '../document.ts';
import { ringed } from './cells.ts';

const FIELD_LINE = 3;
/** Of the field's colour in cells that do not exist, as on the page. */
const OVERHANG_SHARE = 0.3;

/** Cells around each map of a level. */
export function fieldRing(link: LevelLink, shape: MapShape): Overhang {
  return drawnOverhang(linkOverhang(link, shape));
}

/** The cells of a map in its ring; `link` is null where the field is in other maps of the level alone. */
export function fieldCells(
  cells: readonly PaintedCell[],
  size: GridSize,
  link: LevelLink | null,
  ring: Overhang,
  { inks }: PictureLook,
): PaintedCell[] {
  const outside: PaintedCell = { fill: inks.sunken, ink: inks.ink, text: '' };
  const covered = { ...outside, fill: mixColors(inks.field, inks.paper, OVERHANG_SHARE) };
  const rows = new Set(link?.rows.covered);
  const columns = new Set(link?.columns.covered);
  return ringed(cells, size, ring, (row, column) =>
    rows.has(row) && columns.has(column) ? covered : outside,
  );
}

/**
 * Frames around each part of the field: of what exists; dashed of what is covered and does not, which stays open where it
 * goes on past the ring; and dashed for what the element reaches above. (x, y) is the corner of the ring.
 */
export function fieldShapes(
  { kind, rows, columns }: LevelLink,
  size: GridSize,
  ring: Overhang,
  [x, y]: readonly [number, number],
  cell: number,
  { inks }: PictureLook,
): Shape[] {
  const line = Math.min(FIELD_LINE, cell / 4);
  const dash = [2 * line, line];
  const at = { x: x + ring[1] * cell, y: y + ring[0] * cell };
  const frames = partsOf(rows.real, columns.real).map(({ top, left, height, width }): Shape => ({
    kind: 'box',
    x: at.x + left * cell,
    y: at.y + top * cell,
    width: width * cell,
    height: height * cell,
    stroke: kind === 'reached' ? inks.gradient : inks.field,
    line,
    ...(kind === 'reached' ? { dash } : {}),
  }));
  if (ring.every((cells) => cells === 0)) return frames;
  const map = { ...at, width: size.columns * cell, height: size.rows * cell };
  const sides = partsOf(rows.covered, columns.covered).flatMap((part) => hangingSides(part, size, ring));
  return [
    { kind: 'box', ...map, stroke: inks.strong, line: 1 },
    ...sides.map(({ points, inwards: [right, down] }): LineShape => {
      const place = ([column, row]: Point): Point => [
        at.x + column * cell + (right * line) / 2,
        at.y + row * cell + (down * line) / 2,
      ];
      return { kind: 'line', points: points.map(place), stroke: inks.field, line, dash };
    }),
    ...frames,
  ];
}

type Point = readonly [x: number, y: number];

/** A side of a rectangle, and where its inside is. */
interface Side {
  readonly points: readonly [from: Point, to: Point];
  readonly inwards: Point;
}

/** In cells, the sides of what hangs over the map, as far as they lie in the ring. */
function hangingSides(
  { top, left, height, width }: Part,
  { rows, columns }: GridSize,
  ring: Overhang,
): Side[] {
  const [bottom, right] = [top + height, left + width];
  if (top >= 0 && left >= 0 && bottom <= rows && right <= columns) return [];
  const [first, west, last, east] = [-ring[0], -ring[1], rows + ring[2], columns + ring[3]];
  const [from, to] = [Math.max(left, west), Math.min(right, east)];
  const [upper, lower] = [Math.max(top, first), Math.min(bottom, last)];
  const across = (row: number, down: number): Side => ({
    points: [
      [from, row],
      [to, row],
    ],
    inwards: [0, down],
  });
  const along = (column: number, by: number): Side => ({
    points: [
      [column, upper],
      [column, lower],
    ],
    inwards: [by, 0],
  });
  return [
    ...(top === upper ? [across(top, 1)] : []),
    ...(right === to ? [along(right, -1)] : []),
    ...(bottom === lower ? [across(bottom, -1)] : []),
    ...(left === from ? [along(left, 1)] : []),
  ];
}

interface Part {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Rectangles of neighbours. */
function partsOf(rows: readonly number[], columns: readonly number[]): readonly Part[] {
  return runsOf(rows).flatMap(([top, height]) =>
    runsOf(columns).map(([left, width]) => ({ top, left, height, width })),
  );
}
