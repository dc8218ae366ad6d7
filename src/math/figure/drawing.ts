/** A picture as plain shapes, in CSS pixels: written as SVG, or painted on a canvas. Colours are `#rrggbb`. */

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** What a reader who does not see it is told. */
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export type Shape = CellsShape | TextShape | BoxShape | LineShape;

/** Square cells in rows, row-major; a text is centred in its cell, and an empty one is not written. */
export interface CellsShape {
  readonly kind: 'cells';
  /** Which grid it is, for those who read the file. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** The side of a cell. */
  readonly cell: number;
  readonly columns: number;
  readonly cells: readonly PaintedCell[];
  readonly textSize: number;
  /** Between the cells; null for none. */
  readonly rule: string | null;
  /** Around them. */
  readonly frame: string;
}

export interface PaintedCell {
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
}

/** A line of text on its baseline, its parts one after the other. */
export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly serif: boolean;
  readonly parts: readonly TextPart[];
}

export interface TextPart {
  readonly text: string;
  readonly ink: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** An outline that lies inside its bounds. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly stroke: string;
  readonly line: number;
  readonly dash?: readonly number[];
}

/** Straight from point to point. */
export interface LineShape {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly stroke: string;
  readonly line: number;
  readonly dash?: readonly number[];
}

/** What both ways of drawing write with. */
export const SANS_FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
export const SERIF_FAMILY = "Charter, Georgia, 'Noto Serif', serif";

/** Where the row and column of a cell begin. */
export function cellCorner(
  { x, y, cell, columns }: CellsShape,
  index: number,
): readonly [x: number, y: number] {
  return [x + (index % columns) * cell, y + Math.floor(index / columns) * cell];
}

export function rowsOf({ cells, columns }: CellsShape): number {
  return Math.ceil(cells.length / columns);
}

/** How far below its middle the baseline of a line of digits lies, as a share of its size. */
export const BASELINE_SHARE = 0.36;
