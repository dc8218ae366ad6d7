/** The colours of a cell by its value, as CSS declarations. */
import { makeScale, scaleColor, type ValueScale } from '../../math/value-scale.ts';

/**
 * `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `scaled` by a scale, `weights` a tint by sign and
 * magnitude.
 */
export type Fill = 'plain' | 'picture' | 'scaled' | 'weights';

/** The declarations of each value, in order; null where the paper shows. Without a scale: signed, symmetric. */
export function cellPaints(
  values: readonly number[],
  fill: Fill,
  given: ValueScale | null,
): readonly (string | null)[] {
  if (fill === 'plain') return values.map(() => null);
  if (fill === 'picture') return values.map(pictureColor);
  if (fill === 'weights') return weightColors(values);
  const scale = given ?? makeScale(values, 'signed', { kind: 'symmetric' });
  return values.map(memoized((value) => scaledColor(value, scale)));
}

/** Pictures have few levels, and their responses few values. */
function memoized(color: (value: number) => string): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    const found = known.get(value) ?? color(value);
    known.set(value, found);
    return found;
  };
}

/** A grey level that looks the same in both themes: 0 is ink, 1 is white. */
export function pictureColor(value: number): string {
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
  const grey = String(level);
  return `background: rgb(${grey} ${grey} ${grey}); color: ${level > 130 ? '#1c1e22' : '#fcfcfa'}`;
}

/** Faint enough for the page's ink on any of them. */
const STRONGEST_TINT = 45;

function weightColors(values: readonly number[]): readonly string[] {
  const largest = Math.max(...values.map(Math.abs));
  return values.map((value) => {
    const share = largest > 0 ? Math.round((STRONGEST_TINT * Math.abs(value)) / largest) : 0;
    const hue = value < 0 ? 'var(--kernel-negative)' : 'var(--kernel)';
    return `background: color-mix(in srgb, ${hue} ${String(share)}%, var(--surface))`;
  });
}

function scaledColor(value: number, scale: ValueScale): string {
  const light = scaleColor(scale, value, 'light');
  const dark = scaleColor(scale, value, 'dark');
  const background = `light-dark(${light.background}, ${dark.background})`;
  return `background: ${background}; color: light-dark(${light.ink}, ${dark.ink})`;
}
