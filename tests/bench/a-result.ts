/** A result of a run that was never made: round numbers whose ratios are seen at a glance. */
import type { BenchResult, Outcome } from '../../src/bench/result.ts';
import { summarise } from '../../src/bench/statistics.ts';
import { WORKLOADS } from '../../src/bench/workload.ts';

export function timedAt(
  milliseconds: number,
  more: Partial<Extract<Outcome, { status: 'timed' }>> = {},
): Outcome {
  return {
    status: 'timed',
    endToEnd: summarise([milliseconds]),
    resident: null,
    setup: null,
    single: false,
    ...more,
  };
}

/** Outcomes by workload and contender; a GFLOP/s of limits everywhere. */
export function makeResult(
  outcomes: Readonly<Record<string, Readonly<Record<string, Outcome>>>>,
): BenchResult {
  const contender = (name: string, group: 'ours' | 'peer' | 'naive', device: 'cpu' | 'gpu') => ({
    name,
    group,
    device,
    description: `what ${name} is`,
    opened: true,
  });
  const rates = { 'multiply-and-add': 1e9, 'relaxed-multiply-add': 2e9 };
  const gpu = { fused: 1e9, multiplyAndAdd: 5e8, copy: 1e10, dispatch: 0.5, readBack: 1 };
  return {
    date: '2026-11-23T08:00:00.000Z',
    machine: {
      userAgent: 'A Browser/1.0',
      logicalCores: 2,
      memory: 8,
      adapter: 'soft adapter',
      crossOriginIsolated: true,
      processor: 'A Processor',
      browser: 'Chromium 1',
    },
    limits: { oneThread: rates, allCores: rates, copySmall: 1e10, copyLarge: 1e10, gpu },
    contenders: [
      contender('corr2d-cpu', 'ours', 'cpu'),
      contender('corr2d-webgpu', 'ours', 'gpu'),
      contender('tfjs-webgpu', 'peer', 'gpu'),
      contender('ort-wasm', 'peer', 'cpu'),
      contender('naive-ts', 'naive', 'cpu'),
      contender('naive-wgsl', 'naive', 'gpu'),
    ],
    workloads: WORKLOADS.filter(({ id }) => id in outcomes),
    rows: Object.entries(outcomes).flatMap(([workload, by]) =>
      Object.entries(by).map(([name, outcome]) => ({ workload, contender: name, outcome })),
    ),
    settings: { rounds: 7, sampleTime: 20, singleFrom: 2000, skipFrom: 12_000 },
  };
}
