/**
 * The level that parts a picture best into dark and light: N. Otsu, "A Threshold Selection Method from Gray-Level Histograms",
 * IEEE Transactions on Systems, Man, and Cybernetics 9 (1979), 62–66.
 */

/**
 * Levels in whole hundredths, from 0 to 1; those from the threshold on are light. Where several part them equally well, as between
 * two far peaks, the middle one. 0.5 for a picture of one level, which nothing parts.
 */
export function otsuThreshold(levels: readonly number[]): number {
  const counts = new Array<number>(101).fill(0);
  for (const level of levels) {
    const bin = Math.round(100 * level);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const spreads = spreadsBetween(counts);
  const greatest = Math.max(...spreads);
  if (greatest === 0) return 0.5;
  // Counts are whole numbers: equal partings differ by rounding alone.
  const best = spreads.flatMap((spread, bin) => (spread >= greatest * (1 - 1e-12) ? [bin] : []));
  return Math.round(((best[0] ?? 50) + (best.at(-1) ?? 50)) / 2) / 100;
}

/** For a threshold at each bin: the variance between the classes, times the square of the count (Otsu's eq. 18). */
function spreadsBetween(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const allLight = counts.reduce((sum, count, bin) => sum + count * bin, 0);
  let dark = 0;
  let darkLight = 0;
  return counts.map((count, bin) => {
    const [below, belowLight] = [dark, darkLight];
    dark += count;
    darkLight += count * bin;
    if (below === 0 || below === all) return 0;
    const difference = belowLight / below - (allLight - belowLight) / (all - below);
    return below * (all - below) * difference ** 2;
  });
}
