/** What a call to the GPU costs before it computes, and from what size on that is made good. */
import type { Engine } from './contract.ts';

export interface CallCost {
  /** Milliseconds from the call to the result of a `correlate` of four elements, on the GPU. */
  readonly callMs: number;
  /** What the CPU engine of the same machine computes. */
  readonly cpuMultiplyAddsPerSecond: number;
  /** Multiply-adds from which on a call is done sooner on the GPU; null when the GPU computes no faster than the CPU. */
  readonly crossover: number | null;
}

/** An engine that computes elsewhere measures there. */
export interface MeasuresItself {
  measureCallCost(): Promise<CallCost | null>;
}

/** Of a WebGPU engine; null for the CPU, whose calls cost nothing. Rejects as `correlate` does. */
export async function measureCallCost(engine: Engine): Promise<CallCost | null> {
  if (engine.info.kind === 'cpu') return null;
  if (measuresItself(engine)) return engine.measureCallCost();
  // Loaded only here: most pages measure in their worker, and compute nothing themselves.
  const { measureCostHere } = await import('./measured-cost.ts');
  return measureCostHere(engine);
}

function measuresItself(engine: Engine): engine is Engine & MeasuresItself {
  return 'measureCallCost' in engine;
}
