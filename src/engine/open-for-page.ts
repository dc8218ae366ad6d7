/** The engine of a page that people edit: in a worker, with small responses at hand. */
import type { Engine } from './contract.ts';
import { openEngineInWorker } from './open-in-worker.ts';
import type { WorkerRequest } from './remote.ts';

/** `openEngineInWorker`; on the CPU a page that goes on asking gets small responses at once, see `near.ts`. */
export async function openEngineForPage(request: WorkerRequest = {}): Promise<Engine> {
  const engine = await openEngineInWorker(request);
  if (engine.info.kind !== 'cpu') return engine;
  // Loaded only here: the first numbers wait for no part of it. Without it the worker computes all.
  const near = await import('./near.ts').catch(() => null);
  return near ? near.withNearResponses(engine) : engine;
}
