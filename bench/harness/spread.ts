/** Times in milliseconds, in three numbers. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

export function spreadOf(times: readonly number[]): Spread {
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), longest: Math.max(0, ...times) };
}

/** The sample that this share of them is not above; NaN without samples. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

export function timeText(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

export function spreadText({ median, p95, longest }: Spread): string {
  return `${timeText(median)} (median), ${timeText(p95)} (95 %), ${timeText(longest)} (longest)`;
}
