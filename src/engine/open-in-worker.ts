/** Opens an engine in a worker, or in the page where workers cannot run. */
import type { Engine } from './contract.ts';
import { WorkerError } from './errors.ts';
import type { WorkerRequest } from './remote.ts';

/** `openEngine` in a worker, which the page does not wait for; in the page where a worker cannot run. */
export async function openEngineInWorker(request: WorkerRequest = {}): Promise<Engine> {
  const { openRemoteEngine } = await import('./remote.ts');
  try {
    return await openRemoteEngine(request);
  } catch (error) {
    if (!(error instanceof WorkerError)) throw error;
    // Loaded only here: a page with workers computes nothing large itself.
    const { findGpu, openEngine } = await import('./open.ts');
    const gpu = request.insist === true ? findGpu() : undefined;
    return openEngine({ ...(request.prefer ? { prefer: request.prefer } : {}), ...(gpu ? { gpu } : {}) });
  }
}
