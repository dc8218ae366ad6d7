/** The colours of a cell by its value, as CSS declarations. */
import { divergingColor } from '../../math/ramp.ts';

/** `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `signed` the diverging ramp. */
export type Fill = 'plain' | 'picture' | 'signed';

/** The declarations of each value, in order; null where the paper shows. `limit` is where the signed ramp ends. */
export function cellPaints(values: readonly number[], fill: Fill, limit: number): readonly (string | null)[] {
  if (fill === 'plain') return values.map(() => null);
  return values.map(fill === 'picture' ? pictureColor : (value) => signedColor(value, limit));
}

/** A grey level that looks the same in both themes: 0 is ink, 1 is white. */
export function pictureColor(value: number): string {
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
  const grey = String(level);
  return `background: rgb(${grey} ${grey} ${grey}); color: ${level > 130 ? '#1c1e22' : '#fcfcfa'}`;
}

function signedColor(value: number, limit: number): string {
  const light = divergingColor(value, limit, 'light');
  const dark = divergingColor(value, limit, 'dark');
  const background = `light-dark(${light.background}, ${dark.background})`;
  return `background: ${background}; color: light-dark(${light.ink}, ${dark.ink})`;
}
