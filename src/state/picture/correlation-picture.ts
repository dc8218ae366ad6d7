/** Image ⋆ kernel = response as a drawing, at one place of the window or at none. */
import type { Drawing, PaintedCell, Shape } from '../../math/figure/drawing.ts';
import type { PictureLook } from '../../math/figure/look.ts';
import { layPanels, type PanelGrid } from '../../math/figure/panels.ts';
import { planCorrelation, type Plan } from '../../math/geometry.ts';
import { makeScale } from '../../math/value-scale.ts';
import { windowOf, type Tap } from '../../math/window.ts';
import { flipGrid, type CorrelationPart, type NumberGrid, type ResponseView } from '../document.ts';
import { kernelCell, pictureCell } from './cell-size.ts';
import { emptyCells, imageCells, ringed, scaledCells, weightCells } from './cells.ts';
import { sumShape } from './sum-line.ts';

/** What a picture of a correlation is made from. */
export interface CorrelationSubject {
  readonly part: CorrelationPart;
  readonly response: NumberGrid;
  readonly view: ResponseView;
  /** The image is a picture: it has grey levels under its numbers. */
  readonly painted: boolean;
}

/** The texts of the picture, in the reader's language. */
export interface CorrelationWords {
  readonly title: string;
  readonly image: string;
  readonly kernel: string;
  readonly flipped: string;
  readonly response: string;
}

/** Where the window is, in reading order of the response; `later` elements are not there yet. */
export interface WindowPlace {
  readonly position: number;
  readonly hidesLater: boolean;
}

const MARGIN = 24;
const SUM_HEIGHT = 44;
const WINDOW_LINE = 3;

export function planOf({ image, kernel, stride, padding, dilation }: CorrelationPart): Plan {
  const geometry = { stride, padding, dilation };
  return planCorrelation([1, 1, image.rows, image.columns], [1, 1, kernel.rows, kernel.columns], geometry);
}

export function correlationPicture(
  subject: CorrelationSubject,
  words: CorrelationWords,
  look: PictureLook,
  place: WindowPlace,
): Drawing {
  const plan = planOf(subject.part);
  const shown = look.marks ? place : null;
  const image = imagePanel(subject, words, look, plan, shown);
  const response = responsePanel(subject, words, look, shown);
  const kernels = kernelPanel(subject.part, words, look);
  const kernelColumns = subject.part.kernel.columns;
  const cell = pictureCell(image.columns + kernelColumns + response.columns, look.numbers);
  const laidOn = { grids: kernels, cell: kernelCell(kernelColumns, cell) };
  const panels = [{ grids: [image] }, { sign: '⋆' }, laidOn, { sign: '=' }, { grids: [response] }];
  const laid = layPanels(panels, look, cell, [MARGIN, MARGIN]);
  const width = laid.width + 2 * MARGIN;
  const bottom = MARGIN + laid.height;
  const sum = shown && look.numbers ? sumShape(subject, plan, shown.position, look, width, bottom) : null;
  return {
    width: Math.ceil(width),
    height: Math.ceil(bottom + (sum ? SUM_HEIGHT : 0) + MARGIN),
    background: look.inks.paper,
    title: words.title,
    shapes: [...laid.shapes, ...(sum ? [sum] : [])],
  };
}

/** The image in its ring of padding, with the window on it. */
function imagePanel(
  { part, painted }: CorrelationSubject,
  words: CorrelationWords,
  look: PictureLook,
  plan: Plan,
  place: WindowPlace | null,
): PanelGrid {
  const { image } = part;
  const cells = imageCells(image.values, look, painted);
  const isTinted = place !== null && !painted && look.numbers;
  const padding: PaintedCell = { fill: look.inks.sunken, ink: look.inks.soft, text: '0' };
  return {
    name: 'image',
    caption: { name: words.image, symbol: 'X', note: sizeText(image) },
    columns: image.columns + part.padding[1] + part.padding[3],
    cells: ringed(
      isTinted ? tinted(cells, plan, place.position, look) : cells,
      image,
      part.padding,
      () => padding,
    ),
    over: (x, y, cell) => (place ? windowShapes(plan, place.position, [x, y], cell, look) : []),
  };
}

/** The cells under the window in the kernel's tint. */
function tinted(
  cells: readonly PaintedCell[],
  plan: Plan,
  position: number,
  { inks }: PictureLook,
): readonly PaintedCell[] {
  const taps = tapsAt(plan, position).filter(({ inside }) => inside);
  const under = new Set(taps.map(({ imageRow, imageColumn }) => imageRow * plan.image[1] + imageColumn));
  return cells.map((cell, index) => (under.has(index) ? { ...cell, fill: inks.kernelTint } : cell));
}

function tapsAt(plan: Plan, position: number): readonly Tap[] {
  const columns = plan.output[1];
  return windowOf(plan, Math.floor(position / columns), position % columns);
}

/** One frame around a window without holes; frames around each of its cells otherwise. */
function windowShapes(
  plan: Plan,
  position: number,
  [x, y]: readonly [number, number],
  cell: number,
  { inks }: PictureLook,
): Shape[] {
  const { dilation, padding } = plan.geometry;
  const [kernelRows, kernelColumns] = plan.kernel;
  const taps = tapsAt(plan, position);
  const whole = (dilation[0] === 1 || kernelRows === 1) && (dilation[1] === 1 || kernelColumns === 1);
  const [wide, high] = whole ? [kernelColumns, kernelRows] : [1, 1];
  const line = Math.min(WINDOW_LINE, cell / 6);
  return (whole ? taps.slice(0, 1) : taps).map(({ imageRow, imageColumn }) => ({
    kind: 'box',
    x: x + (imageColumn + padding[1]) * cell,
    y: y + (imageRow + padding[0]) * cell,
    width: wide * cell,
    height: high * cell,
    stroke: inks.kernel,
    line,
  }));
}

function kernelPanel(
  { kernel, flip }: CorrelationPart,
  words: CorrelationWords,
  look: PictureLook,
): PanelGrid[] {
  const typed: PanelGrid = {
    name: flip ? 'kernel-before-flip' : 'kernel',
    caption: { name: words.kernel, symbol: 'K', note: sizeText(kernel) },
    columns: kernel.columns,
    cells: weightCells(kernel.values, look),
  };
  if (!flip) return [typed];
  const laid = { name: words.kernel, symbol: '', note: words.flipped };
  const cells = weightCells(flipGrid(kernel).values, look);
  return [typed, { name: 'kernel', caption: laid, columns: kernel.columns, cells }];
}

function responsePanel(
  { response, view }: CorrelationSubject,
  words: CorrelationWords,
  look: PictureLook,
  place: WindowPlace | null,
): PanelGrid {
  const { values, columns } = response;
  const cells = scaledCells(values, makeScale(values, view.colors, view.range), look.theme);
  const reached = place?.hidesLater === true ? place.position + 1 : cells.length;
  return {
    name: 'response',
    caption: { name: words.response, symbol: 'Y', note: sizeText(response) },
    columns,
    cells: [...cells.slice(0, reached), ...emptyCells(cells.length - reached, look)],
    over: (x, y, cell) => (place ? currentShapes(place.position, columns, [x, y], cell, look) : []),
  };
}

/** The page's double frame: in the kernel's colour, and in the paper's, so that it shows on any fill. */
function currentShapes(
  position: number,
  columns: number,
  [left, top]: readonly [number, number],
  cell: number,
  { inks }: PictureLook,
): Shape[] {
  const x = left + (position % columns) * cell;
  const y = top + Math.floor(position / columns) * cell;
  const line = Math.min(WINDOW_LINE, cell / 6);
  const inner = { x: x + line, y: y + line, width: cell - 2 * line, height: cell - 2 * line };
  return [
    { kind: 'box', x, y, width: cell, height: cell, stroke: inks.kernel, line },
    { kind: 'box', ...inner, stroke: inks.surface, line: line / 3 },
  ];
}

function sizeText({ rows, columns }: NumberGrid): string {
  return `${String(rows)} × ${String(columns)}`;
}
