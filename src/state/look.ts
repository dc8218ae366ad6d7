/**
 * How a scene is looked at, beside what was made: it is not undone, and the address of the scene has it as readable flags
 * (see `look-address`).
 */
import type { PlaneChoice } from './learning-plane.ts';

/** A response element; rows and columns count from 0. */
export interface ResponsePlace {
  readonly row: number;
  readonly column: number;
}

/** How many times larger the maps of a stack are drawn than they would be. */
export const ZOOMS = [1, 2, 4] as const;
export type Zoom = (typeof ZOOMS)[number];

export interface Look {
  /** Where the window stands. Responses may have shrunk since. */
  readonly at: ResponsePlace;
  /** Where sums are pinned, in the order in which they were. */
  readonly pins: readonly ResponsePlace[];
  /** Whether the loss has a logarithmic axis. */
  readonly logarithmic: boolean;
  /** Of the loss surface. */
  readonly plane: PlaneChoice;
  readonly zoom: Zoom;
}

export const FIRST_LOOK: Look = {
  at: { row: 0, column: 0 },
  pins: [],
  logarithmic: false,
  plane: 'extremes',
  zoom: 1,
};

/** More sums would bury the figure. */
export const MOST_PINS = 8;

/** The place, or where a smaller response has room for it. */
export function placeIn(
  [rows, columns]: readonly [rows: number, columns: number],
  { row, column }: ResponsePlace,
): ResponsePlace {
  return { row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) };
}
