/** Refuses what JavaScript's arrays would refuse, or a browser's tab would not survive, before anything is allocated. */
import { LimitError } from '../errors.ts';

/** Elements of one result: 2 GiB while they are float64 sums. */
const MOST_ELEMENTS = 2 ** 28;

/** Throws LimitError when an array of `requested` elements is too large. */
export function requireElements(resource: string, requested: number): void {
  if (requested <= MOST_ELEMENTS) return;
  throw new LimitError({ code: 'limit', resource, requested, allowed: MOST_ELEMENTS, unit: 'elements' });
}
