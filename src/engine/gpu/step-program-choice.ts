/** Chooses how steps run: pass by pass, or whole steps by one workgroup where the problem is small. */
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { createOneWorkgroupProgram } from './one-workgroup.ts';
import { createPassByPassProgram } from './pass-by-pass.ts';
import type { Passes } from './passes.ts';
import type { StepProgram } from './step-program.ts';
import type { TrainingBuffers } from './training-buffers.ts';

/**
 * Multiply-adds of a step that one workgroup may do alone: about what it does in the time that the dispatches of a
 * step take otherwise.
 */
const MOST_FOR_ONE_WORKGROUP = 2 ** 14;

/** Throws LimitError. */
export function createStepProgram(
  device: GPUDevice,
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  training: TrainingBuffers,
): StepProgram {
  const create =
    countMultiplyAdds(plan) > MOST_FOR_ONE_WORKGROUP ? createPassByPassProgram : createOneWorkgroupProgram;
  return create(device, passes, buffers, plan, training);
}
