/** What cells show and how they are filled, by their values: worked out once a value, for as long as the rules stay. */
import { formatFixed, formatNumber } from '../../math/format.ts';
import { makeScale, type ValueScale } from '../../math/value-scale.ts';
import { cellPaint, type Fill } from './cell-paint.ts';
import { KnownFew } from './known-few.ts';

export interface LookRules {
  readonly fill: Fill;
  /** Null: signed and symmetric, as far as the values go. */
  readonly scale: ValueScale | null;
  readonly decimals: number;
  readonly fixed: boolean;
  /** Whether the theme is one of high contrast. */
  readonly strong: boolean;
}

export interface CellLooks {
  /** What a look depends on besides the value. */
  readonly key: string;
  readonly scale: ValueScale;
  readonly textOf: (value: number) => string;
  /** CSS declarations; null where the paper shows. */
  readonly paintOf: (value: number) => string | null;
}

const GREY: ValueScale = { colors: 'grey', low: 0, high: 1 };
/** Values that are kept at most: those of the largest grid, twice. */
const MOST_KNOWN = 8192;

/** The looks of these values; `last` itself where it still holds. */
export function cellLooks(
  values: readonly number[],
  { fill, scale: given, decimals, fixed, strong }: LookRules,
  last: CellLooks | null,
): CellLooks {
  const scale = scaleOf(values, fill, given);
  const key = [fill, scale.colors, scale.low, scale.high, decimals, fixed, strong].join();
  if (last?.key === key) return last;
  const format = fixed ? formatFixed : formatNumber;
  return {
    key,
    scale,
    textOf: memoized((value) => format(value, decimals)),
    paintOf: memoized(cellPaint(fill, scale, strong)),
  };
}

/** Characters of the widest text, for the size of the font; few have room for more than two. */
export function widestOf(values: readonly number[], { textOf }: CellLooks): number {
  return Math.max(2.2, ...[...new Set(values)].map((value) => textOf(value).length));
}

function scaleOf(values: readonly number[], fill: Fill, given: ValueScale | null): ValueScale {
  if (fill === 'plain' || fill === 'picture') return GREY;
  return fill === 'scaled' && given ? given : makeScale(values, 'signed', { kind: 'symmetric' });
}

/** Pictures have few levels, and their responses few values. */
function memoized<Result>(work: (value: number) => Result): (value: number) => Result {
  const known = new KnownFew<number, Result>(MOST_KNOWN);
  return (value) => known.get(value, work);
}
