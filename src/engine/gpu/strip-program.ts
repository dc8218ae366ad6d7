/** A step as two dispatches: shaders/strip-learn.wgsl, then sums, loss and update in shaders/finish-step-*.wgsl. */
import finishAdam from '../../../shaders/finish-step-adam.wgsl';
import finishSgd from '../../../shaders/finish-step-sgd.wgsl';
import stripLearn from '../../../shaders/strip-learn.wgsl';
import { kernelShape, responseShape } from '../../math/geometry.ts';
import { lossScale } from '../../math/loss.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import { createOptimizerBuffers, type OptimizerBuffers } from './optimizer-buffers.ts';
import type { Passes } from './passes.ts';
import { makePitched } from './pitched.ts';
import { requireExtents } from './plan-struct.ts';
import { createProgress, writeProgress } from './progress.ts';
import { stepsPerSubmit } from './steps-per-submit.ts';
import type { PrepareProgram } from './step-program.ts';
import { makeStrips, type Strips } from './strips.ts';
import { makeStruct } from './struct.ts';
import type { CheckedProblem } from '../training-problem.ts';

/** Response and gradient: twice the products of one operation. */
const PRODUCTS_PER_TAP = 2;

export const prepareStripProgram: PrepareProgram = async (passes, buffers, problem) => {
  const { plan } = problem;
  requireExtents(plan);
  const strips = makeStrips(plan, passes.deviceClass, PRODUCTS_PER_TAP);
  const bound = createStripTraining(buffers, problem, strips);
  const optimizer = createOptimizerBuffers(buffers, problem.optimizer, elementCount(kernelShape(plan)));
  const [pass, createFinish] = await Promise.all([
    passes.get(stripLearn, strips.sizes),
    loadFinish(passes, optimizer),
  ]);
  return () => {
    const learn = pass.createDispatch(bound, { invocations: plan.outChannels * strips.chunks });
    let step: readonly Dispatch[] = [];
    return {
      state: bound,
      mostStepsPerSubmit: stepsPerSubmit(plan, passes.deviceClass),
      bindLog(losses) {
        step = [learn, createFinish({ ...bound, losses }, elementCount(kernelShape(plan)) + 1)];
      },
      prepare(steps, now) {
        writeProgress(passes.device, bound.progress, now);
        return Array.from({ length: steps }, () => step).flat();
      },
    };
  };
};

function createStripTraining(buffers: BufferSet, { plan, loss, ...problem }: CheckedProblem, strips: Strips) {
  const weights = elementCount(kernelShape(plan));
  const squares = plan.outChannels * strips.chunks;
  const storage = buffers.createStorage({
    image: makePitched(problem.image, plan.batch * plan.inChannels, plan.image, strips.image),
    expected: makePitched(problem.target, plan.batch * plan.outChannels, plan.output, strips.response),
    kernel: problem.kernel,
    gradient: weights,
    partials: weights * strips.chunks + squares,
  });
  const totals = makeStruct(finishSgd.layout.bindings.totals.struct, {
    chunks: strips.chunks,
    squares,
    scale: lossScale(loss, elementCount(responseShape(plan))),
  });
  return {
    ...storage,
    plan: buffers.createUniform('plan', strips.struct),
    totals: buffers.createUniform('totals', totals),
    progress: createProgress(buffers),
  };
}

type FinishBuffers = ReturnType<typeof createStripTraining> & { readonly losses: GPUBuffer };

/** `rows`: the weights and the loss. */
type CreateFinish = (bound: FinishBuffers, rows: number) => Dispatch;

async function loadFinish(passes: Passes, optimizer: OptimizerBuffers): Promise<CreateFinish> {
  const LANES = passes.deviceClass.sumLanes;
  if (optimizer.kind === 'sgd') {
    const pass = await passes.get(finishSgd, { LANES });
    return (bound, rows) =>
      pass.createDispatch({ ...bound, ...optimizer.bound }, { invocations: rows * LANES });
  }
  const pass = await passes.get(finishAdam, { LANES });
  return (bound, rows) =>
    pass.createDispatch({ ...bound, ...optimizer.bound }, { invocations: rows * LANES });
}
