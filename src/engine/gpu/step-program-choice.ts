/** Chooses how steps run: whole steps in one dispatch where the problem is small, else as few passes as it allows. */
import type { Plan } from '../../math/geometry.ts';
import { prepareAloneProgram } from './alone-program.ts';
import { chooseLearningPath } from './choose-path.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { prepareOneWorkgroupProgram } from './one-workgroup.ts';
import { preparePassByPassProgram } from './pass-by-pass.ts';
import type { Path } from './path.ts';
import type { Passes } from './passes.ts';
import type { PrepareProgram } from './step-program.ts';
import { prepareStripProgram } from './strip-program.ts';
import { prepareTileProgram } from './tile-program.ts';

export type StepPath = 'alone' | 'one-workgroup' | Path;

/** One workgroup takes any small problem, one invocation only what strips can do. */
export function chooseStepPath(plan: Plan, device: Pick<Passes, 'limits' | 'deviceClass'>): StepPath {
  const path = chooseLearningPath(plan, device);
  if (countMultiplyAdds(plan) > device.deviceClass.mostSmallMultiplyAdds) return path;
  return path === 'strips' ? device.deviceClass.smallProgram : 'one-workgroup';
}

const PROGRAMS: Readonly<Record<StepPath, PrepareProgram>> = {
  alone: prepareAloneProgram,
  'one-workgroup': prepareOneWorkgroupProgram,
  strips: prepareStripProgram,
  tiles: prepareTileProgram,
  general: preparePassByPassProgram,
};

/** The program of the path that the problem takes. */
export const prepareStepProgram: PrepareProgram = (passes, buffers, problem) => {
  const path = chooseStepPath(problem.plan, passes);
  return PROGRAMS[path](passes, buffers, problem);
};
