/** A picture of any numbers, shown as grey levels. */
import { formatNumber } from '../../math/format.ts';
import type { ValueScale } from '../../math/value-scale.ts';
import { levelEnds } from './paint-image.ts';
import { pictureColor } from './cell-paint.ts';

export interface LevelColors {
  /** From black to white. */
  readonly scale: ValueScale;
  /** How wide the numbers are: a point and a minus are narrower than a digit. */
  readonly characters: number;
  readonly colorOf: (value: number) => string;
}

/** Grey levels of a picture whose values may go beyond 0 and 1: black for the least of them, white for the greatest. */
export function levelColors(values: readonly number[]): LevelColors {
  const distinct = [...new Set(values)];
  const { low, high } = levelEnds(distinct);
  const colors = new Map(distinct.map((value) => [value, pictureColor((value - low) / (high - low))]));
  return {
    scale: { colors: 'grey', low, high },
    characters: Math.max(2.2, ...distinct.map((value) => 0.8 * formatNumber(value, 2).length)),
    colorOf: (value) => colors.get(value) ?? pictureColor(value),
  };
}
