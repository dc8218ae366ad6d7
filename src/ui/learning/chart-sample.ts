/** Fewer points than a long run has: what a chart can show, its peaks kept. */
import type { Span } from './chart-zoom.ts';

/** More points than pixels show nothing more. */
const MOST_POINTS = 1600;

/**
 * Indices to draw of ascending `xs` inside a span, with a neighbour on each side; of each bucket of too many the least and
 * the greatest of `values`, which is the line that matters most.
 */
export function sampled(
  xs: readonly number[],
  values: readonly (number | null)[],
  [from, to]: Span,
): readonly number[] {
  const first = Math.max(0, xs.findIndex((x) => x >= from) - 1);
  const after = xs.findIndex((x) => x > to);
  const end = after < 0 ? xs.length : after + 1;
  const count = end - first;
  if (count <= MOST_POINTS) return Array.from({ length: Math.max(0, count) }, (_, i) => first + i);
  const size = Math.ceil((2 * count) / MOST_POINTS);
  const kept: number[] = [];
  for (let start = first; start < end; start += size) {
    kept.push(...extremes(values, start, Math.min(end, start + size)));
  }
  if (kept[0] !== first) kept.unshift(first);
  if (kept.at(-1) !== end - 1) kept.push(end - 1);
  return kept;
}

/** Ascending, without repeats. */
function extremes(values: readonly (number | null)[], start: number, end: number): readonly number[] {
  let [least, most] = [start, start];
  for (let i = start; i < end; i++) {
    const value = values[i] ?? 0;
    if (value < (values[least] ?? 0)) least = i;
    if (value > (values[most] ?? 0)) most = i;
  }
  return least === most ? [least] : [Math.min(least, most), Math.max(least, most)];
}
