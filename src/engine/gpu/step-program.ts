/** How training steps become dispatches: pass by pass, or whole steps by one workgroup where the problem is small. */
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import { createOneWorkgroupProgram } from './one-workgroup.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { createPassByPassProgram } from './pass-by-pass.ts';
import type { Passes } from './passes.ts';
import type { TrainingBuffers } from './training-buffers.ts';

/** Where an advance stands when it goes on. */
export interface Progress {
  /** Updates taken since the start. */
  readonly taken: number;
  /** Losses in the log. */
  readonly logged: number;
}

export interface StepProgram {
  readonly mostStepsPerSubmit: number;
  /** Makes `losses` the log that steps write to. */
  bindLog(losses: GPUBuffer): void;
  /** Tells the device where it stands and returns the dispatches of the next `steps` steps. */
  prepare(steps: number, progress: Progress): readonly Dispatch[];
}

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
