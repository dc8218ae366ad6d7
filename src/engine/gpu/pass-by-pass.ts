/** A step as a row of passes over the whole device, for any geometry: forward with residual, loss, gradient, update. */
import adam from '../../../shaders/adam.wgsl';
import loss from '../../../shaders/loss.wgsl';
import residual from '../../../shaders/residual.wgsl';
import sgd from '../../../shaders/sgd.wgsl';
import { kernelShape } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import { countTiles } from './correlate.ts';
import type { Dispatch } from './dispatch.ts';
import { createKernelGradientDispatches, loadKernelGradient } from './general-kernel-gradient.ts';
import type { Passes } from './passes.ts';
import { createProgress, writeProgress } from './progress.ts';
import { stepsPerSubmit } from './steps-per-submit.ts';
import type { PrepareProgram } from './step-program.ts';
import { createTrainingBuffers, type TrainingBuffers } from './training-buffers.ts';

export const preparePassByPassProgram: PrepareProgram = async (passes, buffers, { plan, ...problem }) => {
  const training = createTrainingBuffers(buffers, { plan, ...problem });
  const { bound } = training;
  const progress = createProgress(buffers);
  const { TILE_ROWS, TILES_PER_INVOCATION } = residual.layout.constants;
  const tiles = countTiles(plan, TILE_ROWS);
  const groups = Math.ceil(tiles / TILES_PER_INVOCATION / residual.layout.workgroupSize[0]);
  const { loss_partials } = buffers.createStorage({ loss_partials: groups });
  const [residualPass, lossPass, gradientPasses, createUpdate] = await Promise.all([
    passes.get(residual),
    passes.get(loss),
    loadKernelGradient(passes),
    loadUpdate(passes, training, elementCount(kernelShape(plan))),
  ]);
  return () => {
    const forward = residualPass.createDispatch({ ...bound, loss_partials }, { workgroups: groups });
    const gradient = createKernelGradientDispatches(gradientPasses, buffers, plan, bound);
    const update = createUpdate(progress);
    let step: readonly Dispatch[] = [];
    return {
      state: bound,
      mostStepsPerSubmit: stepsPerSubmit(plan, passes.deviceClass, 'general'),
      bindLog(losses) {
        const sum = lossPass.createDispatch({ ...bound, loss_partials, losses, progress }, { workgroups: 1 });
        step = [forward, sum, ...gradient, update];
      },
      prepare(steps, now) {
        writeProgress(passes.device, progress, now);
        return Array.from({ length: steps }, () => step).flat();
      },
    };
  };
};

async function loadUpdate(
  passes: Passes,
  { bound, optimizer }: TrainingBuffers,
  weights: number,
): Promise<(progress: GPUBuffer) => Dispatch> {
  const extent = { invocations: weights };
  if (optimizer.kind === 'sgd') {
    const pass = await passes.get(sgd);
    return (progress) => pass.createDispatch({ ...bound, ...optimizer.bound, progress }, extent);
  }
  const pass = await passes.get(adam);
  return (progress) => pass.createDispatch({ ...bound, ...optimizer.bound, progress }, extent);
}
