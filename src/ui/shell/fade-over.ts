/**
 * Changes what the page shows, from its top, as soon as `ready` has come; with a short fade where the browser has one and
 * the reader does not mind motion.
 */
export async function fadeOver(ready: Promise<unknown>, change: () => Promise<unknown>): Promise<void> {
  await ready.catch(() => undefined);
  const turn = (): Promise<unknown> => {
    scrollTo(0, 0);
    return change();
  };
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || !('startViewTransition' in document)) await turn();
  // A fade that another one interrupts is no fault: the change is made all the same.
  else document.startViewTransition(turn).ready.catch(() => undefined);
}
