/** The machine and the browser, as far as a page may know them. */
import { describeAdapter } from './limits/gpu-device.ts';

export interface Machine {
  readonly userAgent: string;
  readonly logicalCores: number;
  /** GiB, rounded by the browser; null where it does not say. */
  readonly memory: number | null;
  /** Vendor, architecture and description of the WebGPU adapter; null without one. */
  readonly adapter: string | null;
  readonly crossOriginIsolated: boolean;
  /** What the page cannot see; the command line fills it in. */
  readonly processor: string | null;
  readonly browser: string | null;
}

export async function describeMachine(gpu: GPU | undefined): Promise<Machine> {
  const { userAgent, hardwareConcurrency } = navigator;
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  return {
    userAgent,
    logicalCores: hardwareConcurrency,
    memory: deviceMemory ?? null,
    adapter: adapter ? describeAdapter(adapter.info) : null,
    crossOriginIsolated,
    processor: null,
    browser: null,
  };
}
