/** A step as a row of passes over the whole device: forward with residual, loss, kernel gradient, update. */
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { countTiles } from './correlate.ts';
import type { Dispatch } from './dispatch.ts';
import { createKernelGradientDispatches } from './kernel-gradient.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import type { Passes } from './passes.ts';
import type { Progress, StepProgram } from './step-program.ts';
import { makeStruct } from './struct.ts';
import type { TrainingBuffers } from './training-buffers.ts';

/**
 * Multiply-adds of one submit. Browsers end a device whose work takes about ten seconds; SwiftShader on two cores, the
 * slowest seen, did 2^26 to 2^27 of them a second.
 */
const MULTIPLY_ADDS_PER_SUBMIT = 2 ** 27;

/** Recording costs host time too: more steps in one submit would gain nothing. */
const MOST_STEPS = 128;

export function createPassByPassProgram(
  device: GPUDevice,
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  training: TrainingBuffers,
): StepProgram {
  const { bound } = training;
  const progress = buffers.createStruct('progress', makeProgress(passes, { taken: 0, logged: 0 }));
  const { TILE_ROWS, TILES_PER_INVOCATION } = passes.residual.shader.layout.constants;
  const groups = passes.residual.workgroupsFor(Math.ceil(countTiles(plan, TILE_ROWS) / TILES_PER_INVOCATION));
  const { loss_partials } = buffers.createStorage({ loss_partials: groups });
  const residual = passes.residual.createDispatch({ ...bound, loss_partials }, { workgroups: groups });
  const gradient = createKernelGradientDispatches(passes, buffers, plan, bound);
  const update = createUpdate(passes, training, progress, elementCount(kernelShape(plan)));
  let step: readonly Dispatch[] = [];
  return {
    mostStepsPerSubmit: stepsPerSubmit(plan),
    bindLog(losses) {
      const loss = passes.loss.createDispatch(
        { ...bound, loss_partials, losses, progress },
        { workgroups: 1 },
      );
      step = [residual, loss, ...gradient, update];
    },
    prepare(steps, now) {
      device.queue.writeBuffer(progress, 0, makeProgress(passes, now));
      return Array.from({ length: steps }, () => step).flat();
    },
  };
}

function stepsPerSubmit(plan: Plan): number {
  const steps = Math.floor(MULTIPLY_ADDS_PER_SUBMIT / countMultiplyAdds(plan));
  return Math.min(MOST_STEPS, Math.max(1, steps));
}

function makeProgress({ loss }: Passes, { taken, logged }: Progress): ArrayBuffer {
  return makeStruct(loss.shader.layout.bindings.progress.struct, { step: taken, logged });
}

function createUpdate(
  { sgd, adam }: Passes,
  { bound, optimizer }: TrainingBuffers,
  progress: GPUBuffer,
  weights: number,
): Dispatch {
  const extent = { invocations: weights };
  return optimizer.kind === 'sgd'
    ? sgd.createDispatch({ ...bound, ...optimizer.bound, progress }, extent)
    : adam.createDispatch({ ...bound, ...optimizer.bound, progress }, extent);
}
