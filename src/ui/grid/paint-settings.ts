/** What a pointer on a picture draws with. */
import type { NumberGrid } from '../../state/document.ts';

export const PAINT_TOOLS = [
  'pencil',
  'eraser',
  'line',
  'rectangle',
  'ellipse',
  'fill',
  'stamp',
  'select',
] as const;
export type PaintTool = (typeof PAINT_TOOLS)[number];

export interface PaintSettings {
  readonly tool: PaintTool;
  /** Side of the brush, in cells. */
  readonly size: number;
  /** The level that is painted, or the inverse of the cell where a stroke begins. */
  readonly value: number | 'invert';
  /** Rectangles and ellipses. */
  readonly filled: boolean;
  /** What the eraser leaves, and whatever is moved away. */
  readonly paper: number;
  /** What the stamp leaves: 1 is inked. */
  readonly stamp: NumberGrid | null;
}

/** The levels of a picture: white paper, black ink. */
export const PAPER = 1;
export const INK = 0;

export const DEFAULT_SETTINGS: PaintSettings = {
  tool: 'pencil',
  size: 1,
  value: 'invert',
  filled: false,
  paper: PAPER,
  stamp: null,
};
