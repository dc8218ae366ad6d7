/** The colours of a cell by its value, as CSS declarations. */
import { scaleColor, type ValueScale } from '../../math/value-scale.ts';

/**
 * `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `scaled` by a scale, `weights` a tint by sign and
 * magnitude.
 */
export type Fill = 'plain' | 'picture' | 'scaled' | 'weights';

/**
 * The declarations for a value; null where the paper shows. The scale counts for `scaled` and `weights` alone. `strong` is for
 * the themes of high contrast.
 */
export function cellPaint(fill: Fill, scale: ValueScale, strong = false): (value: number) => string | null {
  switch (fill) {
    case 'plain':
      return () => null;
    case 'picture':
      return (value) => pictureColor(value, strong);
    case 'weights':
      return (value) => weightColor(value, scale.high);
    case 'scaled':
      return (value) => scaledColor(value, scale, strong);
  }
}

/** A grey level that looks the same in both themes: 0 is ink, 1 is white. */
export function pictureColor(value: number, strong = false): string {
  const level = pictureLevel(value);
  const grey = String(level);
  const inDark = level > 130;
  const paint = `background: rgb(${grey} ${grey} ${grey}); color: ${inDark ? '#1c1e22' : '#fcfcfa'}`;
  return strong ? paint + halo(inDark) : paint;
}

/** Of 255. */
export function pictureLevel(value: number): number {
  return Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
}

/** Faint enough for the page's ink on any of them. */
const STRONGEST_TINT = 45;

function weightColor(value: number, largest: number): string {
  const share = largest > 0 ? Math.round((STRONGEST_TINT * Math.abs(value)) / largest) : 0;
  const hue = value < 0 ? 'var(--kernel-negative)' : 'var(--kernel)';
  return `background: color-mix(in srgb, ${hue} ${String(share)}%, var(--surface))`;
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
