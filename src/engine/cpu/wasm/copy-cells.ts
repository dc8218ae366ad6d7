/** Below this many cells a loop is done before a view of them is made. */
const FEW_CELLS = 64;

/** Copies `count` cells; both ranges lie inside their arrays. */
export function copyCells(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  count: number,
): void {
  if (count > FEW_CELLS) {
    to.set(from.subarray(start, start + count), at);
    return;
  }
  for (let i = 0; i < count; i++) to[at + i] = from[start + i] ?? 0;
}
