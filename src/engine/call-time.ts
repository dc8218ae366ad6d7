/** How long a call takes, by a clock that browsers round to as much as a millisecond. */

/** A batch of calls lasts so long at least. */
const SHORTEST_BATCH_MS = 4;
const MOST_BATCHES = 5;
/** No batch begins later. */
const BUDGET_MS = 20;

/** Milliseconds of one call after a first that warms up: the median over batches. Rejects as the call does. */
export async function callMilliseconds(
  call: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<number> {
  await call();
  const batches: number[] = [];
  const startedMs = now();
  for (let size = 1; batches.length < MOST_BATCHES;) {
    const fromMs = now();
    for (let i = 0; i < size; i++) await call();
    const tookMs = now() - fromMs;
    if (tookMs >= SHORTEST_BATCH_MS) batches.push(tookMs / size);
    else size *= 2;
    if (batches.length > 0 && now() - startedMs >= BUDGET_MS) break;
  }
  return batches.sort((a, b) => a - b)[Math.floor(batches.length / 2)] ?? 0;
}
