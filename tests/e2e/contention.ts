/** How busy this machine is with other things, so that times can be judged as on a machine of one's own. */

const COMPUTED_US = 40_000;

/** How many times longer than it computes a piece of work takes here now: 1 where nobody else computes. */
export function contention(): number {
  const [began, used] = [performance.now(), process.cpuUsage()];
  let computedUs = 0;
  while (computedUs < COMPUTED_US) {
    const { user, system } = process.cpuUsage(used);
    computedUs = user + system;
  }
  return Math.max(1, (1000 * (performance.now() - began)) / computedUs);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
