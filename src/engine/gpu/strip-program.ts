/** A step as two dispatches: shaders/strip-learn.wgsl, then sums, loss and update in shaders/finish-step-*.wgsl. */
import stripLearn from '../../../shaders/strip-learn.wgsl';
import { kernelShape } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { Dispatch } from './dispatch.ts';
import { createTotals, loadFinish } from './finish-step.ts';
import { createOptimizerBuffers } from './optimizer-buffers.ts';
import { requireExtents } from './plan-struct.ts';
import { createProgress, writeProgress } from './progress.ts';
import { stepsPerSubmit } from './steps-per-submit.ts';
import type { PrepareProgram } from './step-program.ts';
import { createStripTraining, PRODUCTS_PER_TAP } from './strip-training.ts';
import { makeStrips } from './strips.ts';

export const prepareStripProgram: PrepareProgram = async (passes, buffers, problem) => {
  const { plan } = problem;
  requireExtents(plan);
  const strips = makeStrips(plan, passes.deviceClass, PRODUCTS_PER_TAP);
  const weights = elementCount(kernelShape(plan));
  const squares = plan.outChannels * strips.chunks;
  const training = createStripTraining(buffers, problem, strips, {
    partials: weights * strips.chunks + squares,
  });
  const bound = {
    ...training.bound,
    totals: createTotals(buffers, { chunks: strips.chunks, squares, scale: training.scale }),
    progress: createProgress(buffers),
  };
  const optimizer = createOptimizerBuffers(buffers, problem.optimizer, weights);
  const [pass, createFinish] = await Promise.all([
    passes.get(stripLearn, strips.sizes),
    loadFinish(passes, optimizer),
  ]);
  return () => {
    const learn = pass.createDispatch(bound, { invocations: plan.outChannels * strips.chunks });
    let step: readonly Dispatch[] = [];
    return {
      state: bound,
      mostStepsPerSubmit: stepsPerSubmit(plan, passes.deviceClass, 'strips'),
      bindLog(losses) {
        step = [learn, createFinish({ ...bound, losses }, weights + 1)];
      },
      prepare(steps, now) {
        writeProgress(passes.device, bound.progress, now);
        return Array.from({ length: steps }, () => step).flat();
      },
    };
  };
};
