/** How near to the machine's limit a time is: the limit that binds is the one that allows the least. */
import type { Device } from './contender.ts';
import type { Rates } from './limits/all-cores.ts';
import type { Limits } from './limits/limits.ts';
import { bytesMoved, multiplyAdds, type Workload } from './workload.ts';

export interface Share {
  /** Of the binding limit, 1 being all of it. */
  readonly share: number;
  readonly binds: 'arithmetic' | 'memory';
}

/** Up to here the copy of 1 MiB tells the bandwidth, beyond it that of 64 MiB. */
const SMALL_BYTES = 2 * 2 ** 20;

/** The better of the two ways to multiply and add; null where neither was measured. */
export function bestRate(rates: Rates | null): number | null {
  if (rates === null) return null;
  const best = Math.max(rates['multiply-and-add'] ?? 0, rates['relaxed-multiply-add'] ?? 0);
  return best > 0 ? best : null;
}

/** `time` in milliseconds; null where the limits of that device are not known. */
export function shareOfLimit(
  workload: Workload,
  device: Device,
  time: number,
  limits: Limits,
  threads: 'one' | 'all' = 'one',
): Share | null {
  const rates = ratesOf(workload, device, limits, threads);
  if (rates === null) return null;
  const arithmetic = (2 * multiplyAdds(workload) * 1000) / rates.operations;
  const memory = (bytesMoved(workload) * 1000) / rates.bytes;
  return {
    share: Math.max(arithmetic, memory) / time,
    binds: arithmetic >= memory ? 'arithmetic' : 'memory',
  };
}

interface Speeds {
  readonly operations: number;
  readonly bytes: number;
}

function ratesOf(workload: Workload, device: Device, limits: Limits, threads: 'one' | 'all'): Speeds | null {
  if (device === 'gpu') {
    if (limits.gpu === null) return null;
    return { operations: Math.max(limits.gpu.fused, limits.gpu.multiplyAndAdd), bytes: limits.gpu.copy };
  }
  const operations = bestRate(threads === 'one' ? limits.oneThread : limits.allCores);
  const bytes = bytesMoved(workload) <= SMALL_BYTES ? limits.copySmall : limits.copyLarge;
  return operations === null ? null : { operations, bytes };
}
