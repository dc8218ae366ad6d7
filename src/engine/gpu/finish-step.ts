/** The end of a step: sums of partials, loss and update in one dispatch, shaders/finish-step-*.wgsl. */
import finishAdam from '../../../shaders/finish-step-adam.wgsl';
import finishSgd from '../../../shaders/finish-step-sgd.wgsl';
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import type { OptimizerBuffers } from './optimizer-buffers.ts';
import { lanesOf } from './partial-sum.ts';
import type { Passes } from './passes.ts';
import { makeStruct, type StructValues } from './struct.ts';

const TOTALS = finishSgd.layout.bindings.totals.struct;

type Name = 'totals' | 'progress' | 'partials' | 'gradient' | 'kernel' | 'losses';

/** `rows`: the weights and the loss. */
export type CreateFinish = (bound: Readonly<Record<Name, GPUBuffer>>, rows: number) => Dispatch;

export function createTotals(buffers: BufferSet, values: StructValues<typeof TOTALS>): GPUBuffer {
  return buffers.createUniform('totals', makeStruct(TOTALS, values));
}

export async function loadFinish(passes: Passes, optimizer: OptimizerBuffers): Promise<CreateFinish> {
  const LANES = lanesOf(passes, finishSgd);
  if (optimizer.kind === 'sgd') {
    const pass = await passes.get(finishSgd, { LANES });
    return (bound, rows) =>
      pass.createDispatch({ ...bound, ...optimizer.bound }, { invocations: rows * LANES });
  }
  const pass = await passes.get(finishAdam, { LANES });
  return (bound, rows) =>
    pass.createDispatch({ ...bound, ...optimizer.bound }, { invocations: rows * LANES });
}
