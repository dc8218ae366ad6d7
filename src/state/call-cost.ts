/** What a call to the GPU costs here: measured once for each adapter and version of the page, and remembered. */
import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import { measureCallCost, type CallCost } from '../engine/index.ts';
import type { TextStorage } from './autosave.ts';
import type { EngineHost } from './engine-host.ts';
import { APP_VERSION } from './version.ts';

export type { CallCost };

export interface CallCosts {
  /** Of the engine that is open; null for the CPU, and until it is known. */
  readonly $cost: ReadableAtom<CallCost | null>;
  dispose(): void;
}

/** Waits until the page has shown what it opened with: measuring takes the engine from it. */
export type WaitQuiet = () => Promise<unknown>;

/** Throws where storage is blocked. */
type GetStorage = () => Pick<TextStorage, 'getItem' | 'setItem'>;

const KEY = 'corr2d:call-cost';
const QUIET_MS = 1000;

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

/** Follows the host's engine. Storage that is blocked only means that each visit measures anew. */
export function createCallCosts(
  host: EngineHost,
  storage: GetStorage,
  waitQuiet: WaitQuiet = quietMoment,
): CallCosts {
  const $cost = atom<CallCost | null>(null);

  async function follow(adapter: string): Promise<void> {
    const known = recall(storage, adapter);
    if (known) {
      $cost.set(known);
      return;
    }
    await waitQuiet();
    if (openAdapter(host) !== adapter) return;
    const found = await host.use(async (engine) => ({
      adapter: engine.info.adapter,
      cost: await measureCallCost(engine),
    }));
    if (found.cost === null || openAdapter(host) !== found.adapter) return;
    remember(storage, found.adapter, found.cost);
    $cost.set(found.cost);
  }

  const stop = host.$engine.subscribe(() => {
    $cost.set(null);
    const adapter = openAdapter(host);
    // A cost that cannot be measured stays unknown: whoever computes next hears what is wrong.
    if (adapter !== null) follow(adapter).catch(() => undefined);
  });

  return { $cost, dispose: stop };
}

/** The adapter of the WebGPU engine that is open. */
function openAdapter({ $engine }: EngineHost): string | null {
  const engine = $engine.get();
  return engine.status === 'ready' && engine.info.kind === 'webgpu' ? engine.info.adapter : null;
}

function recall(storage: GetStorage, adapter: string): CallCost | null {
  try {
    const parsed = v.safeParse(remembered, JSON.parse(storage().getItem(KEY) ?? 'null'));
    return parsed.success && parsed.output.adapter === adapter ? parsed.output.cost : null;
  } catch {
    return null;
  }
}

function remember(storage: GetStorage, adapter: string, cost: CallCost): void {
  try {
    storage().setItem(KEY, JSON.stringify({ version: APP_VERSION, adapter, cost }));
  } catch {
    // Blocked or full.
  }
}

function quietMoment(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}
