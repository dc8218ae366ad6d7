/** What only the command line sees of the machine. */
import { cpus } from 'node:os';
import type { BenchResult } from '../../src/bench/result.ts';

/** `result` with the processor and the browser named. */
export function withMachine(result: BenchResult, browser: string): BenchResult {
  const processor = cpus()[0]?.model.trim() ?? null;
  return { ...result, machine: { ...result.machine, processor, browser } };
}
