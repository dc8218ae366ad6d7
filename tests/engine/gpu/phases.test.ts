/** Strided gradients phase by phase are the whole gradients, by the definition and on the device. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseImageGradientPath, chooseKernelGradientPath } from '../../../src/engine/gpu/choose-path.ts';
import { SOFTWARE } from '../../../src/engine/gpu/device-class.ts';
import { choosePhases } from '../../../src/engine/gpu/phased.ts';
import { cutPhases, putPlaces, takePlaces } from '../../../src/engine/gpu/phases.ts';
import * as definition from '../../../src/math/definition.ts';
import { imageShape, kernelShape, planCorrelation, type Plan } from '../../../src/math/geometry.ts';
import { elementCount, makeTensor, type Shape4 } from '../../../src/math/tensor.ts';
import { valuesOf } from '../suite/values.ts';
import { openClassedEngine } from './classed-engine.ts';
import { makeSmallIntegers } from './tensors.ts';

const one = fc.integer({ min: 1, max: 4 });
const pad = fc.integer({ min: 0, max: 3 });
const anyPlan = fc
  .record({
    image: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    kernel: fc.tuple(one, one),
    stride: fc.tuple(one, one),
    padding: fc.tuple(pad, pad, pad, pad),
  })
  .filter(({ image, kernel, padding: [top, left, bottom, right] }) => {
    return image[0] + top + bottom >= kernel[0] && image[1] + left + right >= kernel[1];
  })
  .map(({ image, kernel, stride, padding }) => {
    return planCorrelation([2, 2, ...image], [2, 1, ...kernel], { stride, padding, groups: 2 });
  });

function gradientsByPhases(plan: Plan) {
  const image = makeSmallIntegers(imageShape(plan), 1);
  const kernel = makeSmallIntegers(kernelShape(plan), 2);
  const upstream = makeSmallIntegers([plan.batch, plan.outChannels, ...plan.output], 3);
  const ofKernel = new Float32Array(elementCount(kernelShape(plan)));
  const ofImage = new Float32Array(elementCount(imageShape(plan)));
  for (const phase of cutPhases(plan) ?? []) {
    const cells = takePlaces(image.data, 4, plan.image, phase.image);
    const weights = takePlaces(kernel.data, 2, plan.kernel, phase.kernel);
    const part = makeTensor(imageShape(phase.plan), cells);
    const partKernel = makeTensor(kernelShape(phase.plan), weights);
    const { geometry } = phase.plan;
    const kernelPart = definition.kernelGradient(part, upstream, phase.plan.kernel, geometry);
    const imagePart = definition.imageGradient(upstream, partKernel, phase.plan.image, geometry);
    putPlaces(ofKernel, 2, plan.kernel, phase.kernel, Float32Array.from(kernelPart.data));
    putPlaces(ofImage, 4, plan.image, phase.image, Float32Array.from(imagePart.data));
  }
  return { image, kernel, upstream, ofKernel, ofImage };
}

describe('cut into phases', () => {
  it('any strided plan has the same gradients', () => {
    fc.assert(
      fc.property(
        anyPlan.filter((plan) => cutPhases(plan) !== null),
        (plan) => {
          const { image, kernel, upstream, ofKernel, ofImage } = gradientsByPhases(plan);
          const { geometry } = plan;
          const whole = definition.kernelGradient(image, upstream, plan.kernel, geometry);
          expect([...ofKernel]).toEqual([...whole.data]);
          expect([...ofImage]).toEqual([
            ...definition.imageGradient(upstream, kernel, plan.image, geometry).data,
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stride 2 makes four phases of a 3×3 kernel, its corners, edges and middle', () => {
    const phases = cutPhases(planCorrelation([1, 1, 9, 9], [1, 1, 3, 3], { stride: [2, 2] })) ?? [];
    expect(phases.map(({ plan }) => [plan.image, plan.kernel])).toEqual([
      [
        [5, 5],
        [2, 2],
      ],
      [
        [5, 4],
        [2, 1],
      ],
      [
        [4, 5],
        [1, 2],
      ],
      [
        [4, 4],
        [1, 1],
      ],
    ]);
  });

  it('steps of one and dilated kernels stay whole', () => {
    expect(cutPhases(planCorrelation([1, 1, 9, 9], [1, 1, 3, 3]))).toBeNull();
    expect(
      cutPhases(planCorrelation([1, 1, 9, 9], [1, 1, 3, 3], { stride: [2, 1], dilation: [1, 2] })),
    ).toBeNull();
  });
});

describe('a strided layer on the device', () => {
  const image: Shape4 = [1, 4, 33, 34];
  const kernel: Shape4 = [8, 4, 3, 3];
  const geometry = { stride: [2, 2], padding: [1, 1, 1, 1] } as const;

  it('is computed in phases, to the same integers, twice, and into a given array', async () => {
    const { engine, passes } = await openClassedEngine({ ...SOFTWARE, worthCompiling: 0, worthCutting: 0 });
    const plan = planCorrelation(image, kernel, geometry);
    expect(choosePhases(passes, plan, chooseKernelGradientPath)).toHaveLength(4);
    expect(choosePhases(passes, plan, chooseImageGradientPath)).toHaveLength(4);
    const cells = makeSmallIntegers(image, 1);
    const weights = makeSmallIntegers(kernel, 2);
    const upstream = makeSmallIntegers([1, 8, ...plan.output], 3);
    const ofKernel = definition.kernelGradient(cells, upstream, [3, 3], geometry);
    const ofImage = definition.imageGradient(upstream, weights, [33, 34], geometry);
    for (const out of [undefined, new Float32Array(elementCount(kernel)).fill(NaN)]) {
      const gradient = await engine.kernelGradient(cells, upstream, [3, 3], geometry, out);
      expect(valuesOf(gradient)).toEqual(valuesOf(ofKernel));
      expect(out === undefined || gradient.data === out).toBe(true);
    }
    expect(valuesOf(await engine.imageGradient(upstream, weights, [33, 34], geometry))).toEqual(
      valuesOf(ofImage),
    );
    engine.dispose();
  });

  it('takes what its operands were when it was called', async () => {
    const { engine } = await openClassedEngine({ ...SOFTWARE, worthCompiling: 0, worthCutting: 0 });
    const cells = makeSmallIntegers(image, 1);
    const upstream = makeSmallIntegers([1, 8, 17, 17], 3);
    const expected = definition.kernelGradient(cells, upstream, [3, 3], geometry);
    const pending = engine.kernelGradient(cells, upstream, [3, 3], geometry);
    cells.data.fill(0);
    upstream.data.fill(0);
    expect(valuesOf(await pending)).toEqual(valuesOf(expected));
    engine.dispose();
  });

  it('stays whole where it is small', async () => {
    const { engine, passes } = await openClassedEngine(SOFTWARE);
    const plan = planCorrelation([1, 1, 9, 9], [1, 1, 3, 3], { stride: [2, 2] });
    expect(choosePhases(passes, plan, chooseKernelGradientPath)).toBeNull();
    engine.dispose();
  });
});
