/** How the maps of scene 4 are coloured. */
import { extremesOf, makeScale, type ValueScale } from '../math/value-scale.ts';
import type { ResponseView } from './document.ts';

/**
 * Images are grey, whatever they hold, as the paper to draw on is: from black for 0, or what is less, to white for 1, or what is
 * more. What layers make is coloured as responses are. Level 0 is the image.
 */
export function mapScale(
  values: ArrayLike<number>,
  level: number,
  { colors, range }: ResponseView,
): ValueScale {
  if (level > 0) return makeScale(values, colors, range);
  const [least, greatest] = extremesOf(values);
  return { colors: 'grey', low: Math.min(0, least), high: Math.max(1, greatest) };
}
