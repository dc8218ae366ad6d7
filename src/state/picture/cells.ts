/** The cells of a grid as a picture shows them: the fills that the page has, in the colours of a picture. */
import type { PaintedCell } from '../../math/figure/drawing.ts';
import { mixColors, type PictureLook } from '../../math/figure/look.ts';
import { formatFixed, formatNumber } from '../../math/format.ts';
import { extremesOf, scaleColor, type ValueScale } from '../../math/value-scale.ts';
import type { GridSize } from '../document.ts';

/** As the page's grids, `STRONGEST_TINT` of ui/grid/cell-paint.ts. */
const STRONGEST_TINT = 0.45;

/** Paper with numbers; grey levels of one that was painted, or where numbers are left out. */
export function imageCells(values: readonly number[], look: PictureLook, painted: boolean): PaintedCell[] {
  return painted || !look.numbers ? greyCells(values) : plainCells(values, look, look.inks.surface);
}

/** All of one fill. */
export function plainCells(values: readonly number[], { inks }: PictureLook, fill: string): PaintedCell[] {
  return values.map((value) => ({ fill, ink: inks.ink, text: formatNumber(value, 2) }));
}

/** Black for the least, or 0, and white for the greatest, or 1. */
export function greyCells(values: readonly number[]): PaintedCell[] {
  const [least, greatest] = extremesOf(values);
  const grey: ValueScale = { colors: 'grey', low: Math.min(0, least), high: Math.max(1, greatest) };
  return scaledCells(values, grey, 'light');
}

export function scaledCells(
  values: readonly number[],
  scale: ValueScale,
  theme: PictureLook['theme'],
): PaintedCell[] {
  return values.map((value) => {
    const { background, ink } = scaleColor(scale, value, theme);
    return { fill: background, ink, text: formatNumber(value, 2) };
  });
}

/** A tint by sign and magnitude; `decimals` as many, or as many as there are, up to two. */
export function weightCells(
  values: readonly number[],
  { inks }: PictureLook,
  decimals?: number,
): PaintedCell[] {
  const largest = Math.max(...values.map(Math.abs));
  return values.map((value) => {
    const share = largest > 0 ? (STRONGEST_TINT * Math.abs(value)) / largest : 0;
    const hue = value < 0 ? inks.kernelNegative : inks.kernel;
    const text = decimals === undefined ? formatNumber(value, 2) : formatFixed(value, decimals);
    return { fill: mixColors(hue, inks.surface, share), ink: inks.ink, text };
  });
}

/** A grid with `ring` cells around it; they are counted from the grid's own first cell. */
export function ringed(
  cells: readonly PaintedCell[],
  { rows, columns }: GridSize,
  [top, left, bottom, right]: readonly [top: number, left: number, bottom: number, right: number],
  outside: (row: number, column: number) => PaintedCell,
): PaintedCell[] {
  const width = left + columns + right;
  return Array.from({ length: (top + rows + bottom) * width }, (_, index) => {
    const row = Math.floor(index / width) - top;
    const column = (index % width) - left;
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    return (isInside ? cells[row * columns + column] : undefined) ?? outside(row, column);
  });
}

/** What is not computed yet. */
export function emptyCells(count: number, { inks }: PictureLook): PaintedCell[] {
  return Array.from({ length: count }, () => ({ fill: inks.sunken, ink: inks.soft, text: '' }));
}
