/** dL/dkernel for any geometry: shaders/kernel-gradient-partial.wgsl, then the sum. */
import kernelGradientPartial from '../../../shaders/kernel-gradient-partial.wgsl';
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import type { ComputePass } from './compute-pass.ts';
import type { Dispatch } from './dispatch.ts';
import { createPartialSum, loadPartialSum, type PartialSumPass } from './partial-sum.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct } from './plan-struct.ts';
import { makeStruct } from './struct.ts';

/** Products that one invocation adds up in the first stage: long enough to be worth the tree sum that follows. */
const SERIAL_PRODUCTS = 64;

/** Most partial sums to keep: 16 MiB, which every device has room for. */
const MOST_PARTIALS = 2 ** 22;

/** How the response elements of all batches are cut for the first stage. */
export interface Chunks {
  readonly length: number;
  readonly count: number;
}

/** Fixed by the plan alone, so that the sums always have the same order. */
export function chunkResponse(plan: Plan, workgroupSize: number): Chunks {
  const elements = plan.batch * plan.output[0] * plan.output[1];
  const mostChunks = Math.max(1, Math.floor(MOST_PARTIALS / elementCount(kernelShape(plan))));
  const serial = Math.max(SERIAL_PRODUCTS, Math.ceil(elements / mostChunks / workgroupSize));
  const length = serial * workgroupSize;
  return { length, count: Math.ceil(elements / length) };
}

/** The buffers that the two stages share with the rest of a computation. */
export interface GradientBuffers {
  readonly plan: GPUBuffer;
  readonly image: GPUBuffer;
  readonly upstream: GPUBuffer;
  readonly gradient: GPUBuffer;
}

export interface KernelGradientPasses {
  readonly partial: ComputePass<typeof kernelGradientPartial>;
  readonly sum: PartialSumPass;
}

export async function loadKernelGradient(passes: Passes): Promise<KernelGradientPasses> {
  const [partial, sum] = await Promise.all([passes.get(kernelGradientPartial), loadPartialSum(passes)]);
  return { partial, sum };
}

/** Both stages, or the first alone where one chunk holds everything. Throws LimitError. */
export function createKernelGradientDispatches(
  { partial, sum }: KernelGradientPasses,
  buffers: BufferSet,
  plan: Plan,
  bound: GradientBuffers,
): Dispatch[] {
  const { length, count } = chunkResponse(plan, partial.shader.layout.workgroupSize[0]);
  const weights = elementCount(kernelShape(plan));
  const { struct } = partial.shader.layout.bindings.chunks;
  const chunks = buffers.createUniform('chunks', makeStruct(struct, { length, count }));
  const workgroups = countTaps(partial, plan) * count;
  if (count === 1) {
    return [partial.createDispatch({ ...bound, chunks, partials: bound.gradient }, { workgroups })];
  }
  const { partials } = buffers.createStorage({ partials: weights * count });
  return [
    partial.createDispatch({ ...bound, chunks, partials }, { workgroups }),
    createPartialSum(sum, { partials, gradient: bound.gradient }, weights),
  ];
}

/** Operands are row-major and fill the plan's shapes. Prepares as `Prepare` says. */
export async function prepareGeneralKernelGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  upstream: Float32Array,
): Promise<() => Recipe> {
  const elements = elementCount(kernelShape(plan));
  const planStruct = makePlanStruct(plan);
  const storage = buffers.createStorage({ image, upstream, gradient: elements });
  const bound = { ...storage, plan: buffers.createUniform('plan', planStruct) };
  const loaded = await loadKernelGradient(passes);
  return () => ({
    dispatches: createKernelGradientDispatches(loaded, buffers, plan, bound),
    output: storage.gradient,
    elements,
  });
}

// Each workgroup takes up to TAPS neighbouring weights of one kernel row.
function countTaps({ shader }: KernelGradientPasses['partial'], plan: Plan): number {
  const { TAPS } = shader.layout.constants;
  return plan.outChannels * plan.inPerGroup * plan.kernel[0] * Math.ceil(plan.kernel[1] / TAPS);
}
