/** The second stage of a kernel gradient: shaders/kernel-gradient-sum.wgsl. */
import kernelGradientSum from '../../../shaders/kernel-gradient-sum.wgsl';
import type { Shader } from '../../../shaders/shader.ts';
import type { ComputePass } from './compute-pass.ts';
import type { Dispatch } from './dispatch.ts';
import type { Passes } from './passes.ts';

export type PartialSumPass = ComputePass<typeof kernelGradientSum>;

export function loadPartialSum(passes: Passes): Promise<PartialSumPass> {
  return passes.get(kernelGradientSum, { LANES: lanesOf(passes, kernelGradientSum) });
}

/** Invocations that add up one row of partials, for shaders with include/partial-sum.wgsl. */
export function lanesOf({ deviceClass }: Passes, { layout }: Shader): number {
  return deviceClass.sumsByWorkgroup ? layout.workgroupSize[0] : 1;
}

/** `partials` hold as many for each of the `weights` of `gradient`. */
export function createPartialSum(
  pass: PartialSumPass,
  bound: Readonly<Record<'partials' | 'gradient', GPUBuffer>>,
  weights: number,
): Dispatch {
  return pass.createDispatch(bound, { invocations: weights * pass.shader.layout.constants.LANES });
}
