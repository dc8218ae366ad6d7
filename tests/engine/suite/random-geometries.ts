/** Random geometries against the definition, within the bound that follows from float32 (src/math/tolerance.ts). */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import type { Engine, Tensor4 } from '../../../src/engine/index.ts';
import * as definition from '../../../src/math/definition.ts';
import { makeTensor, type NumericTensor } from '../../../src/math/tensor.ts';
import {
  errorBound,
  imageGradientErrorBound,
  kernelGradientErrorBound,
} from '../../../src/math/tolerance.ts';
import { operandSamples } from '../../math/operand-samples.ts';
import { expectWithin } from '../gpu/tensors.ts';

/** A fixed seed, so that every engine meets the same cases in every run. */
const RUNS = { numRuns: 40, seed: 2 };
const TIMEOUT_MS = 60_000;

const samples = operandSamples.map((sample) => ({
  ...sample,
  image: toFloat32(sample.image),
  kernel: toFloat32(sample.kernel),
  upstream: toFloat32(sample.upstream),
}));

export function describeRandomGeometries(engine: () => Engine): void {
  describe('any batch, channels, groups, stride, dilation and padding', () => {
    test(
      'correlate',
      () =>
        fc.assert(
          fc.asyncProperty(samples, async ({ image, kernel, geometry }) => {
            expectWithin(
              await engine().correlate(image, kernel, geometry),
              definition.correlate(image, kernel, geometry),
              errorBound(image, kernel, geometry),
            );
          }),
          RUNS,
        ),
      TIMEOUT_MS,
    );

    test(
      'kernel gradient',
      () =>
        fc.assert(
          fc.asyncProperty(samples, async ({ image, upstream, geometry, plan }) => {
            expectWithin(
              await engine().kernelGradient(image, upstream, plan.kernel, geometry),
              definition.kernelGradient(image, upstream, plan.kernel, geometry),
              kernelGradientErrorBound(image, upstream, plan.kernel, geometry),
            );
          }),
          RUNS,
        ),
      TIMEOUT_MS,
    );

    test(
      'image gradient',
      () =>
        fc.assert(
          fc.asyncProperty(samples, async ({ upstream, kernel, geometry, plan }) => {
            expectWithin(
              await engine().imageGradient(upstream, kernel, plan.image, geometry),
              definition.imageGradient(upstream, kernel, plan.image, geometry),
              imageGradientErrorBound(upstream, kernel, plan.image, geometry),
            );
          }),
          RUNS,
        ),
      TIMEOUT_MS,
    );
  });
}

function toFloat32({ shape, data }: NumericTensor): Tensor4 {
  return makeTensor(shape, data);
}
