/** What a call to the GPU costs, remembered in the browser's storage from visit to visit. */
import * as v from 'valibot';
import type { CallCost } from '../engine/index.ts';
import type { TextStorage } from './autosave.ts';
import { APP_VERSION } from './version.ts';

/** Throws where storage is blocked. */
export type GetStorage = () => Pick<TextStorage, 'getItem' | 'setItem'>;

const KEY = 'corr2d:call-cost';

const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const remembered = v.strictObject({
  version: v.literal(APP_VERSION),
  adapter: v.string(),
  cost: v.strictObject({
    callMs: positive,
    cpuMultiplyAddsPerSecond: positive,
    crossover: v.nullable(positive),
  }),
});

/** Of this version of the page; null where nothing that can be used is remembered. */
export function recall(storage: GetStorage, adapter: string): CallCost | null {
  try {
    const parsed = v.safeParse(remembered, JSON.parse(storage().getItem(KEY) ?? 'null'));
    return parsed.success && parsed.output.adapter === adapter ? parsed.output.cost : null;
  } catch {
    return null;
  }
}

export function remember(storage: GetStorage, adapter: string, cost: CallCost): void {
  try {
    storage().setItem(KEY, JSON.stringify({ version: APP_VERSION, adapter, cost }));
  } catch {
    // Blocked or full.
  }
}
