/** Letters, digits and 汉字 as cells, drawn by the browser in the page's own font. */
import type { NumberGrid } from '../../state/document.ts';
import { withStamp } from '../grid/paint-image.ts';
import { INK, PAPER } from '../grid/paint-settings.ts';

/** Pixels of the drawing for a cell. */
const OVERSAMPLED = 8;
/** The share of a cell that must be covered for it to be inked. */
const COVERED = 0.42;

/** The first character of `text`, `size` cells high and as wide as it is, 1 where inked; null where there is none to draw. */
export function rasterizeGlyph(text: string, size: number): NumberGrid | null {
  const [character] = new Intl.Segmenter().segment(text.trim());
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!character || !context) return null;
  const side = 2 * size * OVERSAMPLED;
  context.canvas.width = side;
  context.canvas.height = side;
  const pixels = size * OVERSAMPLED;
  context.font = `600 ${String(pixels)}px ${getComputedStyle(document.documentElement).fontFamily}`;
  context.textBaseline = 'alphabetic';
  context.fillText(character.segment, pixels / 4, 1.4 * pixels);
  const alpha = context.getImageData(0, 0, side, side).data.filter((_, index) => index % 4 === 3);
  const box = inkBox(alpha, side);
  return box && shrink(alpha, side, box, size);
}

/** The character in black in the middle of white paper, `size` cells square. */
export function glyphPicture(text: string, size: number): NumberGrid {
  const glyph = rasterizeGlyph(text, Math.max(3, Math.round(0.75 * size)));
  const paper = { rows: size, columns: size, values: Array<number>(size * size).fill(PAPER) };
  return glyph ? withStamp(paper, glyph, [Math.floor(size / 2), Math.floor(size / 2)], INK) : paper;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

function inkBox(alpha: Uint8ClampedArray, side: number): Box | null {
  let [top, left, bottom, right] = [side, side, -1, -1];
  alpha.forEach((value, index) => {
    if (value < 128) return;
    const row = Math.floor(index / side);
    const column = index % side;
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  });
  return bottom < 0 ? null : { top, left, height: bottom - top + 1, width: right - left + 1 };
}

/** The inked box, scaled to `size` cells high and never wider than twice that. */
function shrink(alpha: Uint8ClampedArray, side: number, box: Box, size: number): NumberGrid {
  const scale = Math.max(box.height / size, box.width / (2 * size));
  const rows = Math.max(1, Math.round(box.height / scale));
  const columns = Math.max(1, Math.round(box.width / scale));
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const top = box.top + Math.floor(index / columns) * scale;
    const left = box.left + (index % columns) * scale;
    return coverage(alpha, side, top, left, scale) >= COVERED ? 1 : 0;
  });
  return { rows, columns, values };
}

function coverage(alpha: Uint8ClampedArray, side: number, top: number, left: number, scale: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.floor(top); y < top + scale; y++) {
    for (let x = Math.floor(left); x < left + scale; x++) {
      sum += alpha[y * side + x] ?? 0;
      count++;
    }
  }
  return sum / (255 * count);
}
