/** How the maps of scene 4 are coloured. */
import { makeScale, type ValueScale } from '../math/value-scale.ts';
import type { ResponseView } from './document.ts';

/** Pictures are grey as in the other scenes; what layers make is coloured as responses are. Level 0 is the image. */
export function mapScale(
  values: ArrayLike<number>,
  level: number,
  { colors, range }: ResponseView,
): ValueScale {
  const numbers = Array.from(values);
  if (level > 0) return makeScale(numbers, colors, range);
  return numbers.every((value) => value >= 0 && value <= 1)
    ? { colors: 'grey', low: 0, high: 1 }
    : makeScale(numbers, 'absolute', { kind: 'symmetric' });
}
