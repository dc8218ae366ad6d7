/** Feature maps on a canvas: colours, what lies outside, a field that lights up, numbers where they fit. */
import { formatFixed, formatNumber } from '../../math/format.ts';
import { schemeOf, type Theme } from '../../math/ramp.ts';
import { runsOf } from '../../math/stack/runs.ts';
import { scaleColor, type ValueScale } from '../../math/value-scale.ts';
import type { Ring } from '../grid/ring.ts';
import { KnownFew } from '../grid/known-few.ts';
import { hatchOf } from './map-hatch.ts';

/** Values of one map, row-major. */
export interface MapValues {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[] | Float32Array;
}

/** Cells of a map that are lit: all pairs of a row and a column. */
export interface LitCells {
  /** With what lies outside the map, or what only padding leads to. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly realRows: readonly number[];
  readonly realColumns: readonly number[];
  /** `field` is what an element sees, `reach` what sees it. */
  readonly kind: 'field' | 'reach' | 'self';
}

export interface MapLook {
  readonly map: MapValues;
  /** Cells around the map that are drawn as outside it. */
  readonly ring: Ring;
  readonly scale: ValueScale;
  /** Side of a cell in CSS pixels. */
  readonly cell: number;
  readonly lit: LitCells | null;
  readonly theme: Theme;
}

/** Colours of the page's tokens, as a canvas needs them. */
export interface MapInks {
  readonly paper: string;
  readonly sunken: string;
  readonly rule: string;
  readonly strong: string;
  readonly field: string;
  readonly reach: string;
}

/** Numbers are drawn in cells of this side and more. */
const SMALLEST_NUMBERED_CELL = 26;
/** Grid lines are drawn in cells of this side and more. */
const SMALLEST_RULED_CELL = 7;
/** Of the cells of a field that do not exist. */
const OVERHANG = 0.3;
/** Of what is not lit. */
const FADED = 0.3;
/** Colours between the ends of a scale; more than a screen tells apart. */
const SHADES = 512;

/** `picture` is that of `pictureOf` for this look. */
export function drawMap(
  context: CanvasRenderingContext2D,
  picture: HTMLCanvasElement,
  look: MapLook,
  inks: MapInks,
): void {
  const { map, ring, cell, lit } = look;
  const [top, left, bottom, right] = ring;
  const width = (left + map.columns + right) * cell;
  const height = (top + map.rows + bottom) * cell;
  context.clearRect(0, 0, width, height);
  if (top + left + bottom + right > 0) drawOutside(context, look, inks);
  context.save();
  context.translate(left * cell, top * cell);
  context.imageSmoothingEnabled = false;
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, map.columns * cell, map.rows * cell);
  context.globalAlpha = lit && lit.kind !== 'self' ? FADED : 1;
  context.drawImage(picture, 0, 0, map.columns * cell, map.rows * cell);
  context.globalAlpha = 1;
  if (lit) lightUp(context, picture, look, lit);
  if (cell >= SMALLEST_RULED_CELL) drawRules(context, look, inks);
  if (cell >= SMALLEST_NUMBERED_CELL) drawNumbers(context, look);
  if (lit) outline(context, look, lit, inks);
  context.restore();
}

/** A pixel a cell, drawn on `canvas`. */
export function pictureOf(
  { rows, columns, values }: MapValues,
  scale: ValueScale,
  theme: Theme,
  canvas: HTMLCanvasElement,
): HTMLCanvasElement {
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const context = canvas.getContext('2d');
  const pixels = context?.createImageData(columns, rows);
  if (!context || !pixels) return canvas;
  const colors = new Uint32Array(pixels.data.buffer);
  const shades = shadesOf(scale, theme);
  const step = SHADES / (scale.high - scale.low || 1);
  for (let index = 0; index < colors.length; index++) {
    const shade = Math.round(((values[index] ?? 0) - scale.low) * step);
    colors[index] = shades[Math.max(0, Math.min(SHADES, shade)) || 0] ?? 0;
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** Few, as the colours of a scale from end to end depend only on where its zero is. */
const knownShades = new KnownFew<string, Uint32Array>(64);

/** The colours from the low end of a scale to the high one, as pixels; little-endian, as all browsers' machines are. */
function shadesOf(scale: ValueScale, theme: Theme): Uint32Array {
  const { colors, low, high } = scale;
  const key = [colors, low < high ? low / (high - low) : 'flat', Math.sign(low), theme].join();
  return knownShades.get(key, () => makeShades(scale, theme));
}

function makeShades(scale: ValueScale, theme: Theme): Uint32Array {
  return Uint32Array.from({ length: SHADES + 1 }, (_, shade) => {
    const value = scale.low + ((scale.high - scale.low) * shade) / SHADES;
    const rgb = Number.parseInt(scaleColor(scale, value, theme).background.slice(1), 16);
    return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
  });
}

/** Hatched, ruled as the map is, and filled where the field hangs over. */
function drawOutside(
  context: CanvasRenderingContext2D,
  { map, ring, cell, lit }: MapLook,
  inks: MapInks,
): void {
  const [top, left, bottom, right] = ring;
  const width = (left + map.columns + right) * cell;
  const height = (top + map.rows + bottom) * cell;
  context.save();
  context.drawImage(hatchOf(width, height, context.getTransform().a, inks), 0, 0, width, height);
  context.translate(left * cell, top * cell);
  if (lit && lit.kind !== 'reach') fillCovered(context, cell, lit, inks);
  if (cell >= SMALLEST_RULED_CELL)
    ruleCells(context, cell, [-top, map.rows + bottom], [-left, map.columns + right], inks);
  context.restore();
}

/** What the element covers without its existing; the map is drawn over the rest. */
function fillCovered(context: CanvasRenderingContext2D, cell: number, lit: LitCells, inks: MapInks): void {
  context.fillStyle = inks.field;
  context.globalAlpha = OVERHANG;
  for (const [row, height] of runsOf(lit.rows)) {
    for (const [column, width] of runsOf(lit.columns))
      context.fillRect(column * cell, row * cell, width * cell, height * cell);
  }
  context.globalAlpha = 1;
}

function lightUp(
  context: CanvasRenderingContext2D,
  picture: HTMLCanvasElement,
  { cell }: MapLook,
  { realRows, realColumns }: LitCells,
): void {
  for (const [row, height] of runsOf(realRows)) {
    for (const [column, width] of runsOf(realColumns)) {
      context.drawImage(
        picture,
        ...([column, row, width, height] as const),
        ...([column * cell, row * cell, width * cell, height * cell] as const),
      );
    }
  }
}

type Span = readonly [from: number, to: number];

function ruleCells(
  context: CanvasRenderingContext2D,
  cell: number,
  [top, bottom]: Span,
  [left, right]: Span,
  inks: MapInks,
): void {
  context.strokeStyle = inks.rule;
  context.lineWidth = 1;
  context.beginPath();
  for (let row = top + 1; row < bottom; row++) {
    context.moveTo(left * cell, row * cell);
    context.lineTo(right * cell, row * cell);
  }
  for (let column = left + 1; column < right; column++) {
    context.moveTo(column * cell, top * cell);
    context.lineTo(column * cell, bottom * cell);
  }
  context.stroke();
}

function drawRules(context: CanvasRenderingContext2D, { map, cell }: MapLook, inks: MapInks): void {
  ruleCells(context, cell, [0, map.rows], [0, map.columns], inks);
  context.strokeStyle = inks.strong;
  context.strokeRect(0, 0, map.columns * cell, map.rows * cell);
}

function drawNumbers(context: CanvasRenderingContext2D, look: MapLook): void {
  const { map, cell, scale, theme, lit } = look;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const rows = new Set(lit?.realRows);
  const columns = new Set(lit?.realColumns);
  const fades = lit !== null && lit.kind !== 'self';
  for (let index = 0; index < map.values.length; index++) {
    const value = map.values[index] ?? 0;
    const [row, column] = [Math.floor(index / map.columns), index % map.columns];
    const isLit = !fades || (rows.has(row) && columns.has(column));
    const text = shortNumber(value);
    context.font = `${String(Math.min(16, (cell * 1.25) / Math.max(2.2, text.length)))}px system-ui, sans-serif`;
    context.globalAlpha = isLit ? 1 : FADED + 0.25;
    context.fillStyle = isLit
      ? scaleColor(scale, value, theme).ink
      : schemeOf(theme) === 'dark'
        ? '#fff'
        : '#000';
    context.fillText(text, (column + 0.5) * cell, (row + 0.5) * cell + 0.5);
  }
  context.globalAlpha = 1;
}

/** Whole numbers as they are, others with so many decimals that they fit. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 100_000) return formatNumber(value, 1);
  if (Number.isInteger(value) || size >= 100) return formatFixed(value, 0);
  return formatFixed(value, size >= 10 ? 1 : 2);
}

/** A frame around what is lit, dashed where nothing exists. */
function outline(
  context: CanvasRenderingContext2D,
  { cell, map }: MapLook,
  { rows, columns, kind }: LitCells,
  inks: MapInks,
): void {
  const line = Math.max(1.5, Math.min(3, cell / 6));
  context.lineWidth = line;
  context.strokeStyle = kind === 'reach' ? inks.reach : inks.field;
  for (const [row, height] of runsOf(rows)) {
    for (const [column, width] of runsOf(columns)) {
      const exists = row >= 0 && column >= 0 && row + height <= map.rows && column + width <= map.columns;
      context.setLineDash(
        kind === 'reach' || !exists ? [Math.max(3, line * 2), Math.max(2, line * 1.2)] : [],
      );
      context.strokeRect(
        column * cell + line / 2,
        row * cell + line / 2,
        width * cell - line,
        height * cell - line,
      );
    }
  }
  context.setLineDash([]);
}
