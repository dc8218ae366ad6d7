/** Everything of a training that stays on the device, named as the shaders bind it. */
import residual from '../../../shaders/residual.wgsl';
import { kernelShape, responseShape } from '../../math/geometry.ts';
import { lossScale } from '../../math/loss.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { createOptimizerBuffers, type OptimizerBuffers } from './optimizer-buffers.ts';
import { makePlanStruct } from './plan-struct.ts';
import { makeStruct } from './struct.ts';
import type { CheckedProblem } from '../training-problem.ts';

type Name = 'plan' | 'squared_error' | 'image' | 'expected' | 'upstream' | 'gradient' | 'kernel';

export interface TrainingBuffers {
  readonly bound: Readonly<Record<Name, GPUBuffer>>;
  readonly optimizer: OptimizerBuffers;
}

/** Uploads the problem; throws LimitError before the first large buffer is allocated. */
export function createTrainingBuffers(buffers: BufferSet, problem: CheckedProblem): TrainingBuffers {
  const { plan, image, target, kernel } = problem;
  const planStruct = makePlanStruct(plan);
  const gradient = elementCount(kernelShape(plan));
  const storage = buffers.createStorage({
    image,
    kernel,
    expected: target,
    upstream: target.length,
    gradient,
  });
  const bound = {
    ...storage,
    plan: buffers.createUniform('plan', planStruct),
    squared_error: createSquaredError(buffers, problem),
  };
  return { bound, optimizer: createOptimizerBuffers(buffers, problem.optimizer, gradient) };
}

function createSquaredError(buffers: BufferSet, { plan, loss }: CheckedProblem): GPUBuffer {
  const scale = lossScale(loss, elementCount(responseShape(plan)));
  const { struct } = residual.layout.bindings.squared_error;
  return buffers.createUniform('squared-error', makeStruct(struct, { scale }));
}
