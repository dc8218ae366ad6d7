/** Many steps in one dispatch of one workgroup: shaders/learn-sgd.wgsl and learn-adam.wgsl. */
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import type { Passes } from './passes.ts';
import type { StepProgram } from './step-program.ts';
import { makeStruct, type StructValues } from './struct.ts';
import type { TrainingBuffers } from './training-buffers.ts';

/** Keeps a dispatch of the largest small problem well under a second on a slow device. */
const MOST_STEPS = 1024;

export function createOneWorkgroupProgram(
  device: GPUDevice,
  passes: Passes,
  buffers: BufferSet,
  _plan: Plan,
  training: TrainingBuffers,
): StepProgram {
  const { struct } = passes.learnSgd.shader.layout.bindings.run;
  const makeRun = (values: StructValues<typeof struct>) => makeStruct(struct, values);
  const run = buffers.createUniform('run', makeRun({ steps: 0, taken: 0, logged: 0 }));
  let dispatches: readonly Dispatch[] = [];
  return {
    mostStepsPerSubmit: MOST_STEPS,
    bindLog(losses) {
      dispatches = [createLearnDispatch(passes, training, { run, losses })];
    },
    prepare(steps, { taken, logged }) {
      device.queue.writeBuffer(run, 0, makeRun({ steps, taken, logged }));
      return dispatches;
    },
  };
}

function createLearnDispatch(
  { learnSgd, learnAdam }: Passes,
  { bound, optimizer }: TrainingBuffers,
  own: Record<'run' | 'losses', GPUBuffer>,
): Dispatch {
  return optimizer.kind === 'sgd'
    ? learnSgd.createDispatch({ ...bound, ...optimizer.bound, ...own }, { workgroups: 1 })
    : learnAdam.createDispatch({ ...bound, ...optimizer.bound, ...own }, { workgroups: 1 });
}
