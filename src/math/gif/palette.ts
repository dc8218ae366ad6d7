/**
 * 256 colours for a film: the most frequent ones as they are, so that every cell keeps its own, and the rest, the
 * shades at the edges of letters and lines, by Heckbert's median cut (Color image quantization for frame buffer
 * display, 1982).
 */

const MOST_COLORS = 256;
/** As many of them as are kept as they are. */
const EXACT_COLORS = 160;

/** How often each colour, `0xrrggbb`, occurs. */
export type Histogram = Map<number, number>;

/** Adds the pixels (RGBA, four bytes each) to a histogram. */
export function countColors(pixels: Uint8ClampedArray, histogram: Histogram): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const color = colorAt(pixels, at);
    histogram.set(color, (histogram.get(color) ?? 0) + 1);
  }
}

/** At most 256 colours, `0xrrggbb`. */
export function choosePalette(histogram: Histogram): readonly number[] {
  if (histogram.size <= MOST_COLORS) return [...histogram.keys()];
  const byCount = [...histogram].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  const exact = byCount.slice(0, EXACT_COLORS).map(([color]) => color);
  return [...exact, ...medianCut(byCount.slice(EXACT_COLORS), MOST_COLORS - EXACT_COLORS)];
}

/** Pixels to places in the palette: the colour itself, or the nearest there is. It remembers what it has looked up. */
export function paletteIndexer(palette: readonly number[]): (pixels: Uint8ClampedArray) => Uint8Array {
  const known = new Map(palette.map((color, index) => [color, index]));
  return (pixels) => {
    const indices = new Uint8Array(pixels.length / 4);
    for (let i = 0; i < indices.length; i++) {
      const color = colorAt(pixels, 4 * i);
      let index = known.get(color);
      if (index === undefined) known.set(color, (index = nearest(palette, color)));
      indices[i] = index;
    }
    return indices;
  };
}

function colorAt(pixels: Uint8ClampedArray, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

type Entry = readonly [color: number, count: number];
const CHANNELS: readonly number[] = [16, 8, 0];

/** The box with the longest side is cut at its median until there are enough; each becomes its mean. */
function medianCut(entries: readonly Entry[], count: number): number[] {
  const boxes: Entry[][] = [[...entries]];
  while (boxes.length < count) {
    const [widest] = boxes
      .map((box, index) => ({ index, ...longestSide(box) }))
      .sort((a, b) => b.span - a.span);
    const box = widest && widest.span > 0 ? boxes[widest.index] : undefined;
    if (!widest || !box) break;
    box.sort(([a], [b]) => channel(a, widest.shift) - channel(b, widest.shift));
    boxes.push(box.splice(medianOf(box)));
  }
  return boxes.map(meanOf);
}

function longestSide(box: readonly Entry[]): { readonly shift: number; readonly span: number } {
  const sides = CHANNELS.map((shift) => {
    let [low, high] = [255, 0];
    for (const [color] of box) {
      low = Math.min(low, channel(color, shift));
      high = Math.max(high, channel(color, shift));
    }
    return { shift, span: high - low };
  });
  return sides.reduce((longest, side) => (side.span > longest.span ? side : longest));
}

/** The first entry of the upper half; both halves have one. */
function medianOf(box: readonly Entry[]): number {
  const half = box.reduce((total, [, count]) => total + count, 0) / 2;
  let passed = 0;
  const at = box.findIndex(([, count]) => (passed += count) > half);
  return Math.max(1, Math.min(box.length - 1, at));
}

function meanOf(box: readonly Entry[]): number {
  const total = box.reduce((sum, [, count]) => sum + count, 0);
  const mean = (shift: number) =>
    Math.round(box.reduce((sum, [color, count]) => sum + count * channel(color, shift), 0) / total);
  return (mean(16) << 16) | (mean(8) << 8) | mean(0);
}

function nearest(palette: readonly number[], color: number): number {
  let [best, least] = [0, Infinity];
  palette.forEach((each, index) => {
    const distance = CHANNELS.reduce(
      (sum, shift) => sum + (channel(each, shift) - channel(color, shift)) ** 2,
      0,
    );
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function channel(color: number, shift: number): number {
  return (color >> shift) & 0xff;
}
