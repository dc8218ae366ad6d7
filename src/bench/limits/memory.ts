/** The memory limit of a thread: how fast `Float32Array.set` copies. */

const MIB = 2 ** 20;

/** Bytes read and written a second while `mebibytes` are copied; the best of some tries after one to touch the pages. */
export function measureCopy(mebibytes: number): number {
  const source = new Float32Array((mebibytes * MIB) / 4).fill(1);
  const target = new Float32Array(source.length);
  const repetitions = Math.max(1, Math.round(512 / mebibytes));
  let best = 0;
  for (let tries = 0; tries < 5; tries++) {
    const start = performance.now();
    for (let i = 0; i < repetitions; i++) target.set(source);
    const time = Math.max(performance.now() - start, 1e-3);
    if (tries > 0) best = Math.max(best, (2 * source.byteLength * repetitions * 1000) / time);
  }
  return best;
}
