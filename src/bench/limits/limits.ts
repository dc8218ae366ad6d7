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
