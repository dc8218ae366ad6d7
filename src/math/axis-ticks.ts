/** Round numbers along an axis. */
import { formatNumber } from './format.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

const FEWEST = 3;

/** Multiples of 1, 2 or 5 times a power of ten from `low` to `high`, about three to eight of them. */
export function axisTicks(low: number, high: number): readonly Tick[] {
  const span = high - low;
  if (!(span > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(span / FEWEST));
  const step = [5, 2, 1].map((each) => each * power).find((each) => span / each >= FEWEST) ?? power;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: count }, (_, i) => {
    const value = Number(((first + i) * step).toPrecision(12));
    return { value, text: formatNumber(value, digits) };
  });
}
