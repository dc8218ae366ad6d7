/** The colours of a cell by its value, as CSS declarations. */
import { makeScale, scaleColor, type ValueScale } from '../../math/value-scale.ts';

/** `plain` paper, `picture` grey level by value from 0 (ink) to 1 (white), `scaled` by a scale. */
export type Fill = 'plain' | 'picture' | 'scaled';

/** The declarations of each value, in order; null where the paper shows. Without a scale: signed, symmetric. */
export function cellPaints(
  values: readonly number[],
  fill: Fill,
  given: ValueScale | null,
): readonly (string | null)[] {
  if (fill === 'plain') return values.map(() => null);
  if (fill === 'picture') return values.map(pictureColor);
  const scale = given ?? makeScale(values, 'signed', { kind: 'symmetric' });
  return values.map((value) => scaledColor(value, scale));
}

/** A grey level that looks the same in both themes: 0 is ink, 1 is white. */
export function pictureColor(value: number): string {
  const level = Math.round(28 + 227 * Math.max(0, Math.min(1, value)));
  const grey = String(level);
  return `background: rgb(${grey} ${grey} ${grey}); color: ${level > 130 ? '#1c1e22' : '#fcfcfa'}`;
}

function scaledColor(value: number, scale: ValueScale): string {
  const light = scaleColor(scale, value, 'light');
  const dark = scaleColor(scale, value, 'dark');
  const background = `light-dark(${light.background}, ${dark.background})`;
  return `background: ${background}; color: light-dark(${light.ink}, ${dark.ink})`;
}
