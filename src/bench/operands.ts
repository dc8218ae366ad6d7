/** The numbers that every contender gets: the same float32 draws in every run. */
import { imageShape, kernelShape, responseShape } from '../math/geometry.ts';
import { elementCount, type Shape4, type Tensor4 } from '../math/tensor.ts';
import { planOf, type Workload } from './workload.ts';

export interface Operands {
  readonly image: Tensor4;
  readonly kernel: Tensor4;
  /** dL/dresponse of the gradients, and the target of training. */
  readonly upstream: Tensor4;
}

/** Uniform in [-1, 1), each operand from a seed of its own; equal for equal shapes. */
export function makeOperands(workload: Workload): Operands {
  const plan = planOf(workload);
  return {
    image: makeNoise(imageShape(plan), 1),
    kernel: makeNoise(kernelShape(plan), 2),
    upstream: makeNoise(responseShape(plan), 3),
  };
}

// Weyl sequence with the finalizer of MurmurHash3 (Appleby): fast enough for 16 million draws.
function makeNoise(shape: Shape4, seed: number): Tensor4 {
  const data = new Float32Array(elementCount(shape));
  let state = Math.imul(seed, 0x9e3779b9);
  for (let i = 0; i < data.length; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    data[i] = ((bits ^ (bits >>> 16)) >> 8) * 2 ** -23;
  }
  return { shape, data };
}
