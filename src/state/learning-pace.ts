/** How a run keeps its pace: how many steps a report takes, and how long it waits. */

/** What one report of a fast run should take: two frames, and well over what a read-back costs by itself. */
export const FAST_REPORT_MS = 33;
const MOST_STEPS_PER_REPORT = 4096;
const FEWEST_REPORTS = 200;
/** How soon a slow run notices that it was paused or told another speed. */
const LONGEST_NAP_MS = 50;

/** Doubles or halves the steps of a report towards the time that one should take. */
export function nextCount(count: number, elapsedMs: number): number {
  const next = elapsedMs < FAST_REPORT_MS ? count * 2 : count / 2;
  return Math.max(1, Math.min(MOST_STEPS_PER_REPORT, Math.floor(next)));
}

/** Of a report: a short run reports each step, so that it shows how the weights swing. */
export function mostSteps(runSteps: number): number {
  return Math.ceil(runSteps / FEWEST_REPORTS);
}

export function animationFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until it is due, which may change meanwhile, or until nobody waits any more. */
export async function until(dueMs: () => number, isWaiting: () => boolean): Promise<void> {
  while (isWaiting()) {
    const leftMs = dueMs() - performance.now();
    if (leftMs <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(leftMs, LONGEST_NAP_MS)));
  }
}
