/** How long a call takes, by a clock that browsers round to as much as a millisecond. */

/** A batch of calls lasts so long at least. */
const SHORTEST_BATCH_MS = 4;
const MOST_BATCHES = 5;
/** No batch begins later. */
const BUDGET_MS = 20;

/**
 * Milliseconds of one call after a first that warms up, from the quickest batch: whatever else the machine does can only
 * add to it. Rejects as the call does.
 */
export async function callMilliseconds(
  call: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): Promise<number> {
  await call();
  const startedMs = now();
  let quickest = Infinity;
  for (let size = 1, batches = 0; batches < MOST_BATCHES;) {
    const fromMs = now();
    for (let i = 0; i < size; i++) await call();
    const tookMs = now() - fromMs;
    if (tookMs < SHORTEST_BATCH_MS) {
      size *= 2;
      continue;
    }
    quickest = Math.min(quickest, tookMs / size);
    batches++;
    if (now() - startedMs >= BUDGET_MS) break;
  }
  return quickest;
}
