/** Random operands that fit one another, for the property tests of the operation. */
import fc from 'fast-check';
import {
  imageShape,
  kernelShape,
  planCorrelation,
  responseShape,
  type Geometry,
  type Plan,
} from '../../src/math/geometry.ts';
import { elementCount, type NumericTensor, type Shape4 } from '../../src/math/tensor.ts';

export interface Operands {
  readonly plan: Plan;
  readonly geometry: Geometry;
  readonly image: NumericTensor;
  readonly kernel: NumericTensor;
  /** The shape of the response: an upstream gradient, or a target. */
  readonly upstream: NumericTensor;
}

/** Any batch, channels, groups, stride, dilation and asymmetric padding that leave at least one response element. */
export const operandSamples: fc.Arbitrary<Operands> = fc
  .record({
    groups: fc.integer({ min: 1, max: 3 }),
    inPerGroup: fc.integer({ min: 1, max: 2 }),
    outPerGroup: fc.integer({ min: 1, max: 2 }),
    batch: fc.integer({ min: 1, max: 2 }),
    kernel: pair(1, 3),
    dilation: pair(1, 3),
    stride: pair(1, 3),
    before: pair(0, 2),
    after: pair(0, 2),
    spare: pair(0, 4),
    seed: fc.integer(),
  })
  .map((sample) => {
    const { groups, dilation, stride, before, after } = sample;
    const geometry: Geometry = { groups, dilation, stride, padding: [...before, ...after] };
    const imageLength = (axis: 0 | 1) =>
      Math.max(
        1,
        (sample.kernel[axis] - 1) * dilation[axis] + 1 - before[axis] - after[axis] + sample.spare[axis],
      );
    const plan = planCorrelation(
      [sample.batch, groups * sample.inPerGroup, imageLength(0), imageLength(1)],
      [groups * sample.outPerGroup, sample.inPerGroup, ...sample.kernel],
      geometry,
    );
    return {
      plan,
      geometry,
      image: scatteredTensor(imageShape(plan), sample.seed),
      kernel: scatteredTensor(kernelShape(plan), sample.seed + 1),
      upstream: scatteredTensor(responseShape(plan), sample.seed + 2),
    };
  });

function pair(min: number, max: number): fc.Arbitrary<readonly [number, number]> {
  return fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
}

/** Values in [−1, 1) with no pattern along any axis: the fractional parts of a hash of the index. */
export function scatteredTensor(shape: Shape4, seed: number): NumericTensor {
  const data = Float64Array.from({ length: elementCount(shape) }, (_, i) => {
    const mixed = Math.imul((seed + Math.imul(i + 1, 0x9e3779b1)) ^ (i << 7), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 31 - 1;
  });
  return { shape, data };
}

export function innerProduct(a: NumericTensor, b: NumericTensor): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i] ?? 0) * (b.data[i] ?? 0);
  return sum;
}

/** `tensor` with `amount` added to one element. */
export function nudged(tensor: NumericTensor, index: number, amount: number): NumericTensor {
  const data = Float64Array.from(tensor.data);
  data[index] = (data[index] ?? 0) + amount;
  return { shape: tensor.shape, data };
}
