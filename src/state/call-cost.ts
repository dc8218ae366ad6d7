/** What a call to the GPU costs here: measured once for each adapter and version of the page, and remembered. */
import { atom, type ReadableAtom } from 'nanostores';
import { measureCallCost, type CallCost } from '../engine/index.ts';
import type { EngineHost } from './engine-host.ts';
import type { GetStorage } from './remembered-cost.ts';

export type { CallCost };

export interface CallCosts {
  /** Of the engine that is open; null for the CPU, and until it is known. */
  readonly $cost: ReadableAtom<CallCost | null>;
  dispose(): void;
}

/** Waits until the page has shown what it opened with: measuring takes the engine from it. */
export type WaitQuiet = () => Promise<unknown>;

const QUIET_MS = 1000;

/** Follows the host's engine. Storage that is blocked only means that each visit measures anew. */
export function createCallCosts(
  host: EngineHost,
  storage: GetStorage,
  waitQuiet: WaitQuiet = quietMoment,
): CallCosts {
  const $cost = atom<CallCost | null>(null);

  async function follow(adapter: string): Promise<void> {
    const { recall, remember } = await import('./remembered-cost.ts');
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

function quietMoment(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}
