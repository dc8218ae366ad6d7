/**
 * What a call to the GPU costs before it computes, and from what size on that is made good: the reason why small
 * problems do not gain from a GPU. Measured where the engine computes, in well under 100 ms on working hardware.
 */
import { planCorrelation } from '../math/geometry.ts';
import { multiplyAdds } from '../math/multiply-adds.ts';
import type { Shape4, Tensor4 } from '../math/tensor.ts';
import { callMilliseconds } from './call-time.ts';
import type { CallCost } from './call-cost.ts';
import type { Engine } from './contract.ts';
import { openEngine } from './open.ts';

/** 1.6 million multiply-adds: enough to see how fast each computes, and a few milliseconds on slow machines. */
const SIDE = 256;
const KERNEL_SIDE = 5;

/** Of a WebGPU engine that computes here; null for the CPU, whose calls cost nothing. Rejects as `correlate` does. */
export async function measureCostHere(engine: Engine): Promise<CallCost | null> {
  if (engine.info.kind === 'cpu') return null;
  const cpu = await openEngine({ prefer: 'cpu' });
  try {
    const callMs = await callMilliseconds(() =>
      engine.correlate(makeOnes([1, 1, 3, 3]), makeOnes([1, 1, 2, 2])),
    );
    const image = makeOnes([1, 1, SIDE, SIDE]);
    const kernel = makeOnes([1, 1, KERNEL_SIDE, KERNEL_SIDE]);
    const gpuMs = await callMilliseconds(() => engine.correlate(image, kernel));
    const cpuMs = await callMilliseconds(() => cpu.correlate(image, kernel));
    return makeCallCost(callMs, gpuMs, cpuMs, multiplyAdds(planCorrelation(image.shape, kernel.shape)));
  } finally {
    cpu.dispose();
  }
}

/**
 * From the time of a call that computes next to nothing, and the times of one call of `size` multiply-adds on either.
 * A call of n takes callMs + n·g on the GPU and n·c on the CPU: they are even at n = callMs / (c − g).
 */
export function makeCallCost(callMs: number, gpuMs: number, cpuMs: number, size: number): CallCost {
  const gpu = Math.max(0, gpuMs - callMs) / size;
  const cpu = cpuMs / size;
  return {
    callMs,
    cpuMultiplyAddsPerSecond: 1000 / cpu,
    crossover: gpu < cpu ? callMs / (cpu - gpu) : null,
  };
}

function makeOnes(shape: Shape4): Tensor4 {
  return { shape, data: new Float32Array(shape[2] * shape[3]).fill(1) };
}
