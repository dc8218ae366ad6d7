/**
 * A step with several channels as three dispatches: shaders/tile-residual.wgsl, the kernel gradient by strips from the
 * same layouts, and the end that all steps have.
 */
import stripKernelGradient from '../../../shaders/strip-kernel-gradient.wgsl';
import tileResidual from '../../../shaders/tile-residual.wgsl';
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { Dispatch } from './dispatch.ts';
import { createTotals, loadFinish } from './finish-step.ts';
import { createOptimizerBuffers } from './optimizer-buffers.ts';
import type { Passes } from './passes.ts';
import { pitchedLength } from './pitched.ts';
import { requireExtents } from './plan-struct.ts';
import { createProgress, writeProgress } from './progress.ts';
import { stepsPerSubmit } from './steps-per-submit.ts';
import type { PrepareProgram } from './step-program.ts';
import { chooseBlockRows } from './strip-kernel-gradient.ts';
import { createStripTraining } from './strip-training.ts';
import { makeStrips } from './strips.ts';
import { makeStruct } from './struct.ts';
import { chooseTileSizes, makeTiles } from './tiles.ts';

const { struct: RESIDUAL_PLAN } = tileResidual.layout.bindings.residual_plan;

export const prepareTileProgram: PrepareProgram = async (passes, buffers, problem) => {
  const { plan } = problem;
  requireExtents(plan);
  const { tiles, strips } = makeLayouts(passes, plan);
  const weights = elementCount(kernelShape(plan));
  const first_square = weights * strips.chunks;
  const squares = tiles.invocations;
  const training = createStripTraining(buffers, problem, strips, {
    partials: first_square + squares,
    upstream: pitchedLength(plan.batch * plan.outChannels, tiles.response),
  });
  const [output_height, output_width] = plan.output;
  const residualPlan = makeStruct(RESIDUAL_PLAN, { output_height, output_width, first_square });
  const bound = {
    ...training.bound,
    residual_plan: buffers.createUniform('residual-plan', residualPlan),
    totals: createTotals(buffers, { chunks: strips.chunks, squares, scale: training.scale }),
    progress: createProgress(buffers),
  };
  const tilePlan = buffers.createUniform('tile-plan', tiles.struct);
  const optimizer = createOptimizerBuffers(buffers, problem.optimizer, weights);
  const blockRows = chooseBlockRows(strips.sizes);
  const [residual, gradient, createFinish] = await Promise.all([
    passes.get(tileResidual, tiles.sizes),
    passes.get(stripKernelGradient, { ...strips.sizes, BLOCK_ROWS: blockRows }),
    loadFinish(passes, optimizer),
  ]);
  return () => {
    const blocks = plan.outChannels * plan.inPerGroup * (plan.kernel[0] / blockRows);
    const forward = residual.createDispatch({ ...bound, plan: tilePlan }, { invocations: tiles.invocations });
    const backward = gradient.createDispatch(bound, { invocations: blocks * strips.chunks });
    let step: readonly Dispatch[] = [];
    return {
      state: bound,
      mostStepsPerSubmit: stepsPerSubmit(plan, passes.deviceClass, 'tiles'),
      bindLog(losses) {
        step = [forward, backward, createFinish({ ...bound, losses }, weights + 1)];
      },
      prepare(steps, now) {
        writeProgress(passes.device, bound.progress, now);
        return Array.from({ length: steps }, () => step).flat();
      },
    };
  };
};

// Tiles see at least what strips see, so that both can read the same image and upstream.
function makeLayouts({ deviceClass }: Passes, plan: Plan) {
  const sizes = chooseTileSizes(plan);
  if (sizes === null) throw new Error('no tile fits this plan');
  const tiles = makeTiles(plan, sizes);
  return { tiles, strips: makeStrips(plan, deviceClass, 1, tiles) };
}
