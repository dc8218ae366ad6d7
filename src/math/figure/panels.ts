/** Lays out grids like an equation: panels in a row around one middle line, signs between them, captions above. */
import type { CellsShape, PaintedCell, Shape, TextPart } from './drawing.ts';
import type { PictureLook } from './look.ts';
import { textWidth } from './text-width.ts';

/** One grid with what stands above it. */
export interface PanelGrid {
  readonly name: string;
  /** Null where the grid beside or above it says it already. */
  readonly caption: PanelCaption | null;
  readonly columns: number;
  readonly cells: readonly PaintedCell[];
  /** A text that there is to be room for, so that numbers keep their size while they change. */
  readonly widest?: string;
  /** What is laid over the grid whose corner and cell are given. */
  readonly over?: (x: number, y: number, cell: number) => readonly Shape[];
}

/** The first line of a caption, *Image X*, and the second, 3 × 3. */
export interface PanelCaption {
  readonly name: string;
  readonly symbol: string;
  readonly note: string;
}

/**
 * Grids in rows, `across` in each or one, of cells of their own size or the common one; or a sign between panels, or words in a
 * grid's place. The grids of a row have one size.
 */
export type Panel =
  | { readonly grids: readonly PanelGrid[]; readonly across?: number; readonly cell?: number }
  | { readonly sign: string }
  | { readonly words: PanelCaption };

export interface LaidOut {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const NAME_SIZE = 15;
const NOTE_SIZE = 12.5;
const CAPTION_HEIGHT = 42;
const SIGN_SIZE = 28;
const LARGEST_TEXT = 20;
const GAP = 18;
const STACK_GAP = 16;
/** Cells with fewer columns than this are never ruled apart. */
const SMALLEST_RULED_CELL = 8;

/** The panels with their upper left corner at (x, y). */
export function layPanels(
  panels: readonly Panel[],
  look: PictureLook,
  cell: number,
  [x, y]: readonly [number, number],
): LaidOut {
  const height = Math.max(...panels.map((panel) => panelHeight(panel, look, cell)));
  const shapes: Shape[] = [];
  let left = x;
  for (const panel of panels) {
    const top = y + (height - panelHeight(panel, look, cell)) / 2;
    if ('sign' in panel) shapes.push(signText(panel.sign, look, left, middleOf(height, look) + y));
    else if ('words' in panel)
      shapes.push(...captionTexts(panel.words, look, left, top + CAPTION_HEIGHT / 2));
    else shapes.push(...panelShapes(panel, look, cell, [left, top]));
    left += panelWidth(panel, look, cell) + GAP;
  }
  return { width: left - GAP - x, height, shapes };
}

/** Signs and words stand at the middle of the grids, not of their captions. */
function middleOf(height: number, look: PictureLook): number {
  return (height + (look.captions ? CAPTION_HEIGHT : 0)) / 2;
}

function panelWidth(panel: Panel, look: PictureLook, common: number): number {
  if ('sign' in panel) return textWidth(panel.sign, SIGN_SIZE);
  if ('words' in panel) return captionWidth(panel.words, look);
  const { cell = common } = panel;
  const rows = rowsOf(panel).map((row) => row.length * (gridWidth(row, cell) + STACK_GAP) - STACK_GAP);
  return Math.max(...rows, ...panel.grids.map(({ caption }) => captionWidth(caption, look)));
}

function panelHeight(panel: Panel, look: PictureLook, common: number): number {
  if ('sign' in panel) return 0;
  if ('words' in panel) return look.captions ? CAPTION_HEIGHT : 0;
  const { cell = common } = panel;
  const heights = rowsOf(panel).map((row) => captionHeight(row, look) + gridHeight(row, cell));
  return heights.reduce((total, each) => total + each, (heights.length - 1) * STACK_GAP);
}

function rowsOf({
  grids,
  across = 1,
}: Extract<Panel, { grids: unknown }>): readonly (readonly PanelGrid[])[] {
  const count = Math.ceil(grids.length / across);
  return Array.from({ length: count }, (_, row) => grids.slice(row * across, (row + 1) * across));
}

function gridWidth([grid]: readonly PanelGrid[], cell: number): number {
  return (grid?.columns ?? 0) * cell;
}

function gridHeight([grid]: readonly PanelGrid[], cell: number): number {
  return grid ? Math.ceil(grid.cells.length / grid.columns) * cell : 0;
}

function captionHeight(row: readonly PanelGrid[], { captions }: PictureLook): number {
  return captions && row.some(({ caption }) => caption !== null) ? CAPTION_HEIGHT : 0;
}

function captionWidth(caption: PanelCaption | null, { captions }: PictureLook): number {
  if (!captions || !caption) return 0;
  const name = textWidth(`${caption.name} ${caption.symbol}`, NAME_SIZE);
  return Math.max(name, textWidth(caption.note, NOTE_SIZE));
}

function panelShapes(
  panel: Extract<Panel, { grids: unknown }>,
  look: PictureLook,
  common: number,
  [x, y]: readonly [number, number],
): Shape[] {
  const { cell = common } = panel;
  let top = y;
  return rowsOf(panel).flatMap((row) => {
    const gridTop = top + captionHeight(row, look);
    const captionTop = top;
    top = gridTop + gridHeight(row, cell) + STACK_GAP;
    return row.flatMap((grid, index) => {
      const left = x + index * (gridWidth(row, cell) + STACK_GAP);
      const { caption } = grid;
      return [
        ...(caption ? captionTexts(caption, look, left, captionTop) : []),
        cellsShape(grid, look, cell, left, gridTop),
        ...(grid.over?.(left, gridTop, cell) ?? []),
      ];
    });
  });
}

function captionTexts(
  { name, symbol, note }: PanelCaption,
  look: PictureLook,
  x: number,
  y: number,
): Shape[] {
  if (!look.captions) return [];
  const { ink, soft } = look.inks;
  const parts: TextPart[] = [{ text: name, ink, bold: true }];
  if (symbol !== '') parts.push({ text: ` ${symbol}`, ink, bold: true, italic: true });
  const line = { kind: 'text', x, anchor: 'start', serif: false } as const;
  return [
    { ...line, y: y + 14, size: NAME_SIZE, parts },
    { ...line, y: y + 31, size: NOTE_SIZE, parts: [{ text: note, ink: soft }] },
  ];
}

function cellsShape(grid: PanelGrid, look: PictureLook, cell: number, x: number, y: number): CellsShape {
  const { name, columns, cells } = grid;
  const shown = look.numbers ? cells : cells.map((each) => ({ ...each, text: '' }));
  const { rule, strong } = look.inks;
  return {
    kind: 'cells',
    name,
    x,
    y,
    cell,
    columns,
    cells: shown,
    textSize: cellTextSize([grid.widest ?? '', ...shown.map(({ text }) => text)], cell),
    rule: cell < SMALLEST_RULED_CELL ? null : rule,
    frame: strong,
  };
}

/** Every number of a grid in one size, as large as the longest lets it be. */
function cellTextSize(texts: readonly string[], cell: number): number {
  const longest = Math.max(1, ...texts.map((text) => textWidth(text, 1)));
  return Math.min(LARGEST_TEXT, 0.42 * cell, (0.88 * cell) / longest);
}

function signText(sign: string, { inks }: PictureLook, x: number, middle: number): Shape {
  return {
    kind: 'text',
    x: x + textWidth(sign, SIGN_SIZE) / 2,
    y: middle + SIGN_SIZE / 3,
    size: SIGN_SIZE,
    anchor: 'middle',
    serif: true,
    parts: [{ text: sign, ink: inks.soft }],
  };
}
