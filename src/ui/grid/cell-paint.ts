/** The colours of a cell by its value, as CSS declarations. */
import type { ReactiveControllerHost } from 'lit';
import { isStrong } from '../../math/ramp.ts';
import { makeScale, scaleColor, type ValueScale } from '../../math/value-scale.ts';
import { ThemeWatch } from '../style/theme-watch.ts';

/**
 * `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `scaled` by a scale, `weights` a tint by sign and
 * magnitude.
 */
export type Fill = 'plain' | 'picture' | 'scaled' | 'weights';

type Paints = readonly (string | null)[];

/** The paints of a grid, made anew when its values change, or the contrast of the page. */
export class CellPainter {
  private made: { key: readonly unknown[]; paints: Paints } | null = null;
  private readonly themes: ThemeWatch;

  constructor(host: ReactiveControllerHost & Element) {
    this.themes = new ThemeWatch(host);
  }

  paint(values: readonly number[], fill: Fill, scale: ValueScale | null): Paints {
    const strong = fill !== 'plain' && isStrong(this.themes.theme);
    const key = [values, fill, scale, strong];
    if (!this.made?.key.every((part, at) => part === key[at]))
      this.made = { key, paints: cellPaints(values, fill, scale, strong) };
    return this.made.paints;
  }
}

/** The declarations of each value, in order; null where the paper shows. Without a scale: signed, symmetric. */
export function cellPaints(
  values: readonly number[],
  fill: Fill,
  given: ValueScale | null,
  strong = false,
): Paints {
  if (fill === 'plain') return values.map(() => null);
  if (fill === 'picture') return values.map((value) => pictureColor(value, strong));
  if (fill === 'weights') return weightColors(values);
  const scale = given ?? makeScale(values, 'signed', { kind: 'symmetric' });
  return values.map(memoized((value) => scaledColor(value, scale, strong)));
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
export function pictureColor(value: number, strong = false): string {
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
  const grey = String(level);
  const inDark = level > 130;
  const paint = `background: rgb(${grey} ${grey} ${grey}); color: ${inDark ? '#1c1e22' : '#fcfcfa'}`;
  return strong ? paint + halo(inDark) : paint;
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

function scaledColor(value: number, scale: ValueScale, strong: boolean): string {
  const light = scaleColor(scale, value, strong ? 'light-strong' : 'light');
  const dark = scaleColor(scale, value, strong ? 'dark-strong' : 'dark');
  const background = `light-dark(${light.background}, ${dark.background})`;
  const paint = `background: ${background}; color: light-dark(${light.ink}, ${dark.ink})`;
  return strong && scale.colors === 'grey' ? paint + halo(light.ink === '#000000') : paint;
}

/** On greys in the middle no ink has 7:1 to the cell: in high contrast it has it to what is around the number. */
function halo(inDark: boolean): string {
  const around = inDark ? '#fff' : '#000';
  return `; text-shadow: 0 0 1px ${around}, 0 0 2px ${around}, 0 0 3px ${around}`;
}
