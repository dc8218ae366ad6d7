/** A picture of any numbers, shown as grey levels. */
import { levelEnds } from './paint-image.ts';
import { pictureColor } from './cell-paint.ts';

export interface LevelColors {
  /** What the colours depend on besides the value. */
  readonly key: string;
  /** The values that occur, each once. */
  readonly values: readonly number[];
  readonly colorOf: (value: number) => string;
}

/** Grey levels of a picture whose values may go beyond 0 and 1: black for the least of them, white for the greatest. */
export function levelColors(values: readonly number[]): LevelColors {
  const distinct = [...new Set(values)];
  const { low, high } = levelEnds(distinct);
  const colors = new Map(distinct.map((value) => [value, pictureColor((value - low) / (high - low))]));
  return {
    key: `${String(low)},${String(high)}`,
    values: distinct,
    colorOf: (value) => colors.get(value) ?? pictureColor(value),
  };
}
