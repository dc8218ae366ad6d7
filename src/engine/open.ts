/** Opens an engine where it is called: in a page, a worker or Node. */
import type { Engine, EngineRequest, Fallback } from './contract.ts';
import { openCpuEngine } from './cpu/cpu-engine.ts';
import { openAdapter } from './gpu/adapter.ts';
import { GpuUnavailableError } from './gpu/unavailable.ts';

/**
 * Opens WebGPU where a hardware adapter is, or the CPU. A missing or unusable GPU is never an error: `info` of the
 * CPU engine says why it stands in. A software adapter counts as no GPU unless `gpu` is passed.
 */
export async function openEngine({ prefer, gpu }: EngineRequest = {}): Promise<Engine> {
  if (prefer === 'cpu') return openCpuEngine();
  const found = gpu ?? findGpu();
  if (!found) return openCpuEngine({ reason: 'no-webgpu', detail: '' });
  try {
    const adapter = await openAdapter(found, gpu !== undefined);
    // Loaded only here, so that whoever has no adapter loads no shaders.
    const { openOnAdapter } = await import('./gpu/index.ts');
    return await openOnAdapter(adapter);
  } catch (error) {
    if (error instanceof GpuUnavailableError) return openCpuEngine(fallbackOf(error.problem));
    throw error;
  }
}

function fallbackOf({ reason, detail }: Fallback): Fallback {
  return { reason, detail };
}

/** The platform's WebGPU, where there is one. */
export function findGpu(): GPU | undefined {
  // Node 20 has no navigator, and browsers without WebGPU have no `gpu` on theirs.
  return (globalThis as { navigator?: { gpu?: GPU } }).navigator?.gpu;
}
