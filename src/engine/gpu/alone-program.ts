/** Thousands of steps in one dispatch of one invocation: shaders/learn-alone-*.wgsl. */
import learnAdam from '../../../shaders/learn-alone-adam.wgsl';
import learnSgd from '../../../shaders/learn-alone-sgd.wgsl';
import { kernelShape } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { Dispatch } from './dispatch.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import { createOptimizerBuffers, type OptimizerBuffers } from './optimizer-buffers.ts';
import type { Passes } from './passes.ts';
import { requireExtents } from './plan-struct.ts';
import type { PrepareProgram } from './step-program.ts';
import { createStripTraining, PRODUCTS_PER_TAP, type StripTraining } from './strip-training.ts';
import { makeStrips, type StripSizes } from './strips.ts';
import { makeStruct, type StructValues } from './struct.ts';

/** Multiply-adds of a dispatch, and its steps at most: well under a second on a slow device. */
const MOST_MULTIPLY_ADDS = 2 ** 26;
const MOST_STEPS = 2 ** 14;

const { run: RUN, squared_error: SQUARED_ERROR } = learnSgd.layout.bindings;
const makeRun = (values: StructValues<typeof RUN.struct>) => makeStruct(RUN.struct, values);

export const prepareAloneProgram: PrepareProgram = async (passes, buffers, problem) => {
  const { plan } = problem;
  requireExtents(plan);
  // One invocation: bands would only be read twice where they meet.
  const strips = makeStrips(plan, { ...passes.deviceClass, invocations: 1 }, PRODUCTS_PER_TAP);
  const { bound, scale } = createStripTraining(buffers, problem, strips, {});
  const optimizer = createOptimizerBuffers(buffers, problem.optimizer, elementCount(kernelShape(plan)));
  const squared_error = buffers.createUniform('squared-error', makeStruct(SQUARED_ERROR.struct, { scale }));
  const run = buffers.createUniform('run', makeRun({ steps: 0, taken: 0, logged: 0 }));
  const createLearning = await loadLearning(passes, strips.sizes, optimizer);
  let dispatches: readonly Dispatch[] = [];
  return () => ({
    state: bound,
    mostStepsPerSubmit: Math.min(MOST_STEPS, Math.ceil(MOST_MULTIPLY_ADDS / countMultiplyAdds(plan))),
    bindLog(losses) {
      dispatches = [createLearning({ ...bound, squared_error, run, losses })];
    },
    prepare(steps, { taken, logged }) {
      passes.device.queue.writeBuffer(run, 0, makeRun({ steps, taken, logged }));
      return dispatches;
    },
  });
};

type Bound = StripTraining<never>['bound'] & Readonly<Record<'run' | 'squared_error' | 'losses', GPUBuffer>>;

async function loadLearning(
  passes: Passes,
  sizes: StripSizes,
  optimizer: OptimizerBuffers,
): Promise<(bound: Bound) => Dispatch> {
  if (optimizer.kind === 'sgd') {
    const pass = await passes.get(learnSgd, sizes);
    return (bound) => pass.createDispatch({ ...bound, ...optimizer.bound }, { workgroups: 1 });
  }
  const pass = await passes.get(learnAdam, sizes);
  return (bound) => pass.createDispatch({ ...bound, ...optimizer.bound }, { workgroups: 1 });
}
