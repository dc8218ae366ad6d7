/** What the grids tell: facts about cells, by row and column from the top left of the image (padding is negative). */
import type { ImageEdit } from '../../state/action.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { PaintTool } from './paint-settings.ts';

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A cell of the grid that has this `name`. */
export interface GridCell extends CellPosition {
  readonly grid: string;
}

export interface CellText extends GridCell {
  readonly text: string;
}

/** Numbers for a part of a grid, from this cell on. */
export interface CellBlock extends CellText {
  /** The cells were emptied: nothing was pasted. */
  readonly clears: boolean;
}

export interface PaintedCells {
  readonly grid: string;
  readonly cells: readonly (readonly [row: number, column: number])[];
  readonly value: number;
}

/** A whole picture that a tool has made. */
export interface ImageMade {
  readonly grid: string;
  readonly name: ImageEdit;
  readonly image: NumberGrid;
}

declare global {
  interface HTMLElementEventMap {
    /** Pointer or focus is on a cell; null when it left the grid. */
    'cell-pointed': CustomEvent<GridCell | null>;
    /** The text of a cell changed while typing. */
    'cell-typed': CustomEvent<CellText>;
    /** Typing in a cell is over (Enter, or focus left it). */
    'cell-committed': CustomEvent<GridCell>;
    /** Typing in a cell was given up with Escape. */
    'cell-reverted': CustomEvent<GridCell>;
    /** Several numbers were pasted, or emptied, to go from this cell on. */
    'block-pasted': CustomEvent<CellBlock>;
    /** A piece of a stroke; the stroke ends with `stroke-ended`. */
    'cells-painted': CustomEvent<PaintedCells>;
    /** A tool has made another picture of it; a stroke may make many before it ends. */
    'image-made': CustomEvent<ImageMade>;
    'stroke-ended': CustomEvent<null>;
    'tool-chosen': CustomEvent<PaintTool>;
  }
}

type CellEventName =
  | 'cell-pointed'
  | 'cell-typed'
  | 'cell-committed'
  | 'cell-reverted'
  | 'block-pasted'
  | 'cells-painted'
  | 'image-made'
  | 'tool-chosen'
  | 'stroke-ended';

/** Dispatches one of the events above, bubbling out of shadow roots. */
export function tell<Name extends CellEventName>(
  from: EventTarget,
  name: Name,
  detail: HTMLElementEventMap[Name]['detail'],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** The cell, marked with `data-cell`, that an event happened in. */
export function cellOf(event: Event): CellPosition | null {
  const cell = event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && 'cell' in node.dataset);
  return cell ? cellAround(cell) : null;
}

/** The cell that an element is, or stands in. */
export function cellAround(element: Element): CellPosition | null {
  const key = element.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? '';
  const [row, column] = key.split(',').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** Whether a focus event goes on to somewhere outside this root. */
export function leavesRoot(event: FocusEvent, root: Node): boolean {
  return !(event.relatedTarget instanceof Node && root.contains(event.relatedTarget));
}
