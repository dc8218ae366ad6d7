/** A training problem laid out for the strip passes, on the device. */
import { kernelShape, responseShape } from '../../math/geometry.ts';
import { lossScale } from '../../math/loss.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { layPitched } from './pitched.ts';
import type { Strips } from './strips.ts';
import type { CheckedProblem } from '../training-problem.ts';

/** Response and gradient: twice the products of one operation. */
export const PRODUCTS_PER_TAP = 2;

type Name = 'plan' | 'image' | 'expected' | 'kernel' | 'gradient';

export interface StripTraining<N extends string> {
  readonly bound: Readonly<Record<Name | N, GPUBuffer>>;
  /** What the sum of squares is multiplied by. */
  readonly scale: number;
}

/** Uploads the problem; `own` are further buffers by their elements. Throws LimitError before any is allocated. */
export function createStripTraining<N extends string>(
  buffers: BufferSet,
  { plan, loss, ...problem }: CheckedProblem,
  strips: Strips,
  own: Readonly<Record<N, number>>,
): StripTraining<N> {
  const storage = buffers.createStorage<Exclude<Name, 'plan'> | N>({
    image: layPitched(problem.image, plan.batch * plan.inChannels, plan.image, strips.image),
    expected: layPitched(problem.target, plan.batch * plan.outChannels, plan.output, strips.response),
    kernel: problem.kernel,
    gradient: elementCount(kernelShape(plan)),
    ...own,
  });
  return {
    bound: { ...storage, plan: buffers.createUniform('plan', strips.struct) },
    scale: lossScale(loss, elementCount(responseShape(plan))),
  };
}
