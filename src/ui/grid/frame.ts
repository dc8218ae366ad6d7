/** A frame in two turns: first what came in since the last one, then, once, what is drawn of all that followed from it. */

const comings = new Set<() => void>();
const drawings = new Set<() => void>();
let isAhead = false;

/** Runs `work` in the next frame's first turn, once however often it is asked for. */
export function atFrame(work: () => void): void {
  comings.add(work);
  if (isAhead) return;
  isAhead = true;
  // What the first turn leads to, elements brought up to date included, is done before the second begins.
  requestAnimationFrame(() => {
    runAll(comings);
  });
  requestAnimationFrame(() => {
    isAhead = false;
    runAll(drawings);
  });
}

/** Runs `work` in the second turn of the frame that is ahead or under way, once; at once where there is none. */
export function drawInFrame(work: () => void): void {
  if (isAhead) drawings.add(work);
  else work();
}

function runAll(works: Set<() => void>): void {
  const all = [...works];
  works.clear();
  for (const work of all) work();
}
