/** Many steps in one dispatch of one workgroup: shaders/learn-sgd.wgsl and learn-adam.wgsl. */
import learnAdam from '../../../shaders/learn-adam.wgsl';
import learnSgd from '../../../shaders/learn-sgd.wgsl';
import type { Dispatch } from './dispatch.ts';
import type { Passes } from './passes.ts';
import type { PrepareProgram } from './step-program.ts';
import { makeStruct, type StructValues } from './struct.ts';
import { createTrainingBuffers, type TrainingBuffers } from './training-buffers.ts';

/** Keeps a dispatch of the largest small problem well under a second on a slow device. */
const MOST_STEPS = 1024;

const RUN = learnSgd.layout.bindings.run.struct;
const makeRun = (values: StructValues<typeof RUN>) => makeStruct(RUN, values);

export const prepareOneWorkgroupProgram: PrepareProgram = async (passes, buffers, problem) => {
  const training = createTrainingBuffers(buffers, problem);
  const run = buffers.createUniform('run', makeRun({ steps: 0, taken: 0, logged: 0 }));
  const createLearnDispatch = await loadLearning(passes, training);
  let dispatches: readonly Dispatch[] = [];
  return () => ({
    state: training.bound,
    mostStepsPerSubmit: MOST_STEPS,
    bindLog(losses) {
      dispatches = [createLearnDispatch({ run, losses })];
    },
    prepare(steps, { taken, logged }) {
      passes.device.queue.writeBuffer(run, 0, makeRun({ steps, taken, logged }));
      return dispatches;
    },
  });
};

type CreateLearnDispatch = (own: Record<'run' | 'losses', GPUBuffer>) => Dispatch;

async function loadLearning(
  passes: Passes,
  { bound, optimizer }: TrainingBuffers,
): Promise<CreateLearnDispatch> {
  if (optimizer.kind === 'sgd') {
    const pass = await passes.get(learnSgd);
    return (own) => pass.createDispatch({ ...bound, ...optimizer.bound, ...own }, { workgroups: 1 });
  }
  const pass = await passes.get(learnAdam);
  return (own) => pass.createDispatch({ ...bound, ...optimizer.bound, ...own }, { workgroups: 1 });
}
