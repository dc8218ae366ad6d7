/** Neighbours in lists of cells. */

/** Runs of neighbours in an ascending list: `[first, count]`. */
export function runsOf(cells: readonly number[]): readonly (readonly [first: number, count: number])[] {
  const runs: [number, number][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === cell) last[1]++;
    else runs.push([cell, 1]);
  }
  return runs;
}
