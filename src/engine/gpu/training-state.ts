/** Everything of a training that lives on the device, and the dispatches of one step over it. */
import { kernelShape, responseShape } from '../../math/geometry.ts';
import { lossScale } from '../../math/loss.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { countTiles } from './correlate.ts';
import type { Dispatch } from './dispatch.ts';
import { createKernelGradientDispatches } from './kernel-gradient.ts';
import { createOptimizerDispatch } from './optimizer-dispatch.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct } from './plan-struct.ts';
import { makeStruct } from './struct.ts';
import type { CheckedProblem } from './training-problem.ts';

export interface TrainingState {
  readonly kernel: GPUBuffer;
  readonly gradient: GPUBuffer;
  readonly progress: GPUBuffer;
  readonly lossPartials: GPUBuffer;
  readonly squaredError: GPUBuffer;
  /** The dispatches of a step before and after the loss, which is bound anew when its log grows. */
  readonly forward: readonly Dispatch[];
  readonly update: readonly Dispatch[];
}

/** Uploads the problem; throws LimitError before anything is allocated but small uniforms. */
export function createTrainingState(
  passes: Passes,
  buffers: BufferSet,
  problem: CheckedProblem,
): TrainingState {
  const { plan, image, target, kernel, optimizer } = problem;
  const weights = elementCount(kernelShape(plan));
  const tiles = countTiles(plan, passes.residual.shader.layout.constants.TILE_ROWS);
  const planStruct = makePlanStruct(plan);
  const groups = passes.residual.workgroupsFor(tiles);
  const storage = buffers.createStorage({
    image,
    kernel,
    expected: target,
    upstream: target.length,
    loss_partials: groups,
    gradient: weights,
  });
  const shared = {
    ...storage,
    plan: buffers.createUniform('plan', planStruct),
    squared_error: createSquaredError(passes, buffers, problem),
    progress: buffers.createStruct('progress', makeProgress(passes, 0)),
  };
  return {
    kernel: storage.kernel,
    gradient: storage.gradient,
    progress: shared.progress,
    lossPartials: storage.loss_partials,
    squaredError: shared.squared_error,
    forward: [passes.residual.createDispatch(shared, { workgroups: groups })],
    update: [
      ...createKernelGradientDispatches(passes, buffers, plan, shared),
      createOptimizerDispatch(passes, buffers, optimizer, shared, weights),
    ],
  };
}

/** Bytes of `struct Progress` after `step` updates, with nothing logged yet. */
export function makeProgress({ loss }: Passes, step: number): ArrayBuffer {
  return makeStruct(loss.shader.layout.bindings.progress.struct, { step, logged: 0 });
}

function createSquaredError(passes: Passes, buffers: BufferSet, { plan, loss }: CheckedProblem): GPUBuffer {
  const scale = lossScale(loss, elementCount(responseShape(plan)));
  const { struct } = passes.residual.shader.layout.bindings.squared_error;
  return buffers.createUniform('squared-error', makeStruct(struct, { scale }));
}
