/** How values become colours: which colours, from which value to which. */
import { divergingColor, greyColor, magnitudeColor, type CellColors, type Theme } from './ramp.ts';

/**
 * `signed`: the diverging ramp, the page's paper at zero, an arm for each sign. `grey`: from black at `low` to white at `high`, alike in
 * both themes. `absolute`: by magnitude, from paper at zero to ink.
 */
export type ScaleColors = 'signed' | 'grey' | 'absolute';

export interface ValueScale {
  readonly colors: ScaleColors;
  /** The values at which the colours end; `low` ≤ `high`. */
  readonly low: number;
  readonly high: number;
}

/** What the ends of a scale follow. `automatic`: the extremes, with zero for signed colours; `symmetric`: ± the largest magnitude. */
export type ScaleRange =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'symmetric' }
  | { readonly kind: 'fixed'; readonly low: number; readonly high: number };

/** The least and the greatest value; zeros where there is none. */
export function extremesOf(values: ArrayLike<number>): readonly [least: number, greatest: number] {
  let least = Infinity;
  let greatest = -Infinity;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an iterator over a large map takes several times as long
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least <= greatest ? [least, greatest] : [0, 0];
}

export function makeScale(values: ArrayLike<number>, colors: ScaleColors, range: ScaleRange): ValueScale {
  if (range.kind === 'fixed') return { colors, low: range.low, high: range.high };
  const [least, greatest] = extremesOf(values);
  if (range.kind === 'automatic' && colors === 'grey') return { colors, low: least, high: greatest };
  if (range.kind === 'automatic') return { colors, low: Math.min(0, least), high: Math.max(0, greatest) };
  const limit = Math.max(-least, greatest);
  return { colors, low: -limit, high: limit };
}

/** The colours of a value; past an end those of the end, and NaN looks like zero. */
export function scaleColor({ colors, low, high }: ValueScale, value: number, theme: Theme): CellColors {
  switch (colors) {
    case 'signed':
      return divergingColor(value, Math.max(0, value < 0 ? -low : high), theme);
    case 'absolute':
      return magnitudeColor(Math.abs(value), Math.max(Math.abs(low), Math.abs(high)), theme);
    case 'grey':
      return greyColor(Number.isNaN(value) ? 0 : value, low, high);
  }
}

/** Values from end to end in `count` even steps, ends included: for a legend. */
export function scaleSamples({ colors, low, high }: ValueScale, count: number): readonly number[] {
  const first = colors === 'absolute' ? 0 : low;
  const last = colors === 'absolute' ? Math.max(Math.abs(low), Math.abs(high)) : high;
  return Array.from({ length: count }, (_, index) => first + ((last - first) * index) / (count - 1));
}
