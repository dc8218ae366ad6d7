/** The limits of the machine in words. */
import { formatTime } from '../../src/bench/outcome-text.ts';
import type { Rates } from '../../src/bench/limits/all-cores.ts';
import type { Limits } from '../../src/bench/limits/limits.ts';
import type { TextTable } from '../../src/bench/markdown-table.ts';

export function makeLimitsTable({ oneThread, allCores, copySmall, copyLarge, gpu }: Limits): TextTable {
  const rows: string[][] = [
    ...rateRows('one thread', oneThread),
    ...(allCores === null ? [] : rateRows('all cores', allCores)),
    ['Float32Array.set, 1 MiB, read and written', gigabytes(copySmall)],
    ['Float32Array.set, 64 MiB, read and written', gigabytes(copyLarge)],
  ];
  if (gpu !== null)
    rows.push(
      ['WebGPU, fma', gigaflops(gpu.fused)],
      ['WebGPU, multiply and add', gigaflops(gpu.multiplyAndAdd)],
      ['WebGPU, copyBufferToBuffer, read and written', gigabytes(gpu.copy)],
      ['WebGPU, submit until done', `${formatTime(gpu.dispatch)} ms`],
      ['WebGPU, submit until read back', `${formatTime(gpu.readBack)} ms`],
    );
  return { head: ['limit', 'measured'], rows };
}

function rateRows(who: string, rates: Rates): string[][] {
  const text = (rate: number | null) => (rate === null ? 'not known here' : gigaflops(rate));
  return [
    [`WASM SIMD, ${who}, f32x4 mul + add`, text(rates['multiply-and-add'])],
    [`WASM SIMD, ${who}, f32x4.relaxed_madd`, text(rates['relaxed-multiply-add'])],
  ];
}

function gigaflops(rate: number): string {
  return `${(rate / 1e9).toFixed(1)} GFLOP/s`;
}

function gigabytes(rate: number): string {
  return `${(rate / 1e9).toFixed(1)} GB/s`;
}
