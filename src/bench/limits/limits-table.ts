/** The limits of the machine, a row each. */
import type { TextTable } from '../markdown-table.ts';
import { formatTime } from '../outcome-text.ts';
import type { Rates } from './all-cores.ts';
import type { Limits } from './limits.ts';

/** English names; the page has its own words for the keys. */
const NAMES = {
  'thread-mul-add': 'WASM SIMD, one thread, f32x4 mul + add',
  'thread-relaxed': 'WASM SIMD, one thread, f32x4.relaxed_madd',
  'cores-mul-add': 'WASM SIMD, all cores, f32x4 mul + add',
  'cores-relaxed': 'WASM SIMD, all cores, f32x4.relaxed_madd',
  'copy-small': 'Float32Array.set, 1 MiB, read and written',
  'copy-large': 'Float32Array.set, 64 MiB, read and written',
  'gpu-fma': 'WebGPU, fma',
  'gpu-mul-add': 'WebGPU, multiply and add',
  'gpu-copy': 'WebGPU, copyBufferToBuffer, read and written',
  'gpu-dispatch': 'WebGPU, submit until done',
  'gpu-read-back': 'WebGPU, submit until read back',
} as const;

export type LimitKey = keyof typeof NAMES;

export interface LimitRow {
  readonly key: LimitKey;
  /** With its unit. */
  readonly value: string;
}

/** Only what was measured. */
export function listLimits({ oneThread, allCores, copySmall, copyLarge, gpu }: Limits): readonly LimitRow[] {
  return [
    ...rateRows(oneThread, 'thread-mul-add', 'thread-relaxed'),
    ...(allCores === null ? [] : rateRows(allCores, 'cores-mul-add', 'cores-relaxed')),
    { key: 'copy-small', value: gigabytes(copySmall) },
    { key: 'copy-large', value: gigabytes(copyLarge) },
    ...(gpu === null
      ? []
      : ([
          { key: 'gpu-fma', value: gigaflops(gpu.fused) },
          { key: 'gpu-mul-add', value: gigaflops(gpu.multiplyAndAdd) },
          { key: 'gpu-copy', value: gigabytes(gpu.copy) },
          { key: 'gpu-dispatch', value: `${formatTime(gpu.dispatch)} ms` },
          { key: 'gpu-read-back', value: `${formatTime(gpu.readBack)} ms` },
        ] as const)),
  ];
}

export function makeLimitsTable(limits: Limits): TextTable {
  const rows = listLimits(limits).map(({ key, value }) => [NAMES[key], value]);
  return { head: ['limit', 'measured'], rows };
}

function rateRows(rates: Rates, mulAdd: LimitKey, relaxed: LimitKey): LimitRow[] {
  const row = (key: LimitKey, rate: number | null): LimitRow[] =>
    rate === null ? [] : [{ key, value: gigaflops(rate) }];
  return [...row(mulAdd, rates['multiply-and-add']), ...row(relaxed, rates['relaxed-multiply-add'])];
}

function gigaflops(rate: number): string {
  return `${(rate / 1e9).toFixed(1)} GFLOP/s`;
}

function gigabytes(rate: number): string {
  return `${(rate / 1e9).toFixed(1)} GB/s`;
}
