/** What this machine can do at most, measured in the run whose figures are held against it. */
import { measureAllCores, type Rates } from './all-cores.ts';
import { measureGpu, type GpuLimits } from './gpu.ts';
import { measureCopy } from './memory.ts';
import { measureMultiplyAdds } from './multiply-add-loop.ts';

export interface Limits {
  /** Floating-point operations a second of one thread's WASM SIMD, null without the instruction. */
  readonly oneThread: Rates;
  /** The same of all logical cores together; null where workers cannot start. */
  readonly allCores: Rates | null;
  /** Bytes read and written a second by Float32Array.set. */
  readonly copySmall: number;
  readonly copyLarge: number;
  readonly gpu: GpuLimits | null;
}

export async function measureLimits(gpu: GPU | undefined): Promise<Limits> {
  const oneThread: Rates = {
    'multiply-and-add': measureMultiplyAdds('multiply-and-add'),
    'relaxed-multiply-add': measureMultiplyAdds('relaxed-multiply-add'),
  };
  return {
    oneThread,
    allCores: await measureAllCores(navigator.hardwareConcurrency),
    copySmall: measureCopy(1),
    copyLarge: measureCopy(64),
    gpu: gpu === undefined ? null : await measureGpu(gpu),
  };
}

/** What two measurements saw at best: a limit is what a machine can do, and others may use it meanwhile. */
export function bestLimits(a: Limits, b: Limits): Limits {
  const { allCores, gpu } = a;
  return {
    oneThread: bestRates(a.oneThread, b.oneThread),
    allCores:
      allCores === null || b.allCores === null ? (allCores ?? b.allCores) : bestRates(allCores, b.allCores),
    copySmall: Math.max(a.copySmall, b.copySmall),
    copyLarge: Math.max(a.copyLarge, b.copyLarge),
    gpu: gpu === null || b.gpu === null ? (gpu ?? b.gpu) : bestGpu(gpu, b.gpu),
  };
}

function bestRates(a: Rates, b: Rates): Rates {
  const best = (instruction: keyof Rates): number | null => {
    const rates = [a[instruction], b[instruction]].filter((rate) => rate !== null);
    return rates.length === 0 ? null : Math.max(...rates);
  };
  return {
    'multiply-and-add': best('multiply-and-add'),
    'relaxed-multiply-add': best('relaxed-multiply-add'),
  };
}

function bestGpu(a: GpuLimits, b: GpuLimits): GpuLimits {
  return {
    fused: Math.max(a.fused, b.fused),
    multiplyAndAdd: Math.max(a.multiplyAndAdd, b.multiplyAndAdd),
    copy: Math.max(a.copy, b.copy),
    dispatch: Math.min(a.dispatch, b.dispatch),
    readBack: Math.min(a.readBack, b.readBack),
  };
}
