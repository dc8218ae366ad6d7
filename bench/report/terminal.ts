/** The run in the terminal: limits, ours against the best others, aims. */
import { toAligned } from '../../src/bench/markdown-table.ts';
import type { BenchResult } from '../../src/bench/result.ts';
import { makeLimitsTable } from '../../src/bench/limits/limits-table.ts';
import { listFaults, makeCpuTable, makeGpuTable, makeTrainingTable } from './tables.ts';
import { findingText, judge } from './targets.ts';

export function makeTerminalTable(result: BenchResult): string {
  const tables = [
    makeLimitsTable(result.limits),
    makeCpuTable(result),
    makeGpuTable(result),
    makeTrainingTable(result),
  ].filter(({ rows }) => rows.length > 0);
  const aims = judge(result).map(findingText);
  const faults = listFaults(result).map((line) => `not timed: ${line}`);
  return [...tables.map(toAligned), aims.join('\n'), faults.join('\n')].filter(Boolean).join('\n\n');
}
