/** Chooses how steps run: whole steps by one workgroup where the problem is small, else as few passes as it allows. */
import type { Plan } from '../../math/geometry.ts';
import { chooseLearningPath } from './choose-path.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { prepareOneWorkgroupProgram } from './one-workgroup.ts';
import { preparePassByPassProgram } from './pass-by-pass.ts';
import type { PrepareProgram } from './step-program.ts';
import { prepareStripProgram } from './strip-program.ts';

/**
 * Multiply-adds of a step that one workgroup may do alone: about what it does in the time that the dispatches of a
 * step take otherwise.
 */
const MOST_FOR_ONE_WORKGROUP = 2 ** 14;

export type StepPath = 'one-workgroup' | 'strips' | 'general';

export function chooseStepPath(plan: Plan, limits: GPUSupportedLimits): StepPath {
  return countMultiplyAdds(plan) > MOST_FOR_ONE_WORKGROUP
    ? chooseLearningPath(plan, limits)
    : 'one-workgroup';
}

const PROGRAMS: Readonly<Record<StepPath, PrepareProgram>> = {
  'one-workgroup': prepareOneWorkgroupProgram,
  strips: prepareStripProgram,
  general: preparePassByPassProgram,
};

/** The program of the path that the problem takes. */
export const prepareStepProgram: PrepareProgram = (passes, buffers, problem) => {
  return PROGRAMS[chooseStepPath(problem.plan, passes.limits)](passes, buffers, problem);
};
