import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARS_IMAGE, EDGE_KERNEL } from '../../src/math/article.ts';
import { correlate, forEachProduct, kernelGradient } from '../../src/math/definition.ts';
import { planCorrelation, type Geometry, type Plan, type Size } from '../../src/math/geometry.ts';
import { tapCount } from '../../src/math/gram.ts';
import { lossScale, squaredError } from '../../src/math/loss.ts';
import { normalEquations, writeGradient, type NormalEquations } from '../../src/math/normal-equations.ts';
import { elementCount, type NumericTensor } from '../../src/math/tensor.ts';
import { lossAndGradient } from '../../src/math/train.ts';
import training from '../fixtures/training.json';
import { nudged, operandSamples, scatteredTensor, type Operands } from './operand-samples.ts';

const UNIT_ROUNDOFF = 2 ** -53;

interface Sums {
  readonly gram: readonly Float64Array[];
  readonly moments: Float64Array;
  readonly energy: number;
}

/** G, b and c straight from their definition: the rows of X one by one, every entry a sum of its own. */
function straightforward(plan: Plan, image: ArrayLike<number>, target: ArrayLike<number>): Sums {
  const taps = tapCount(plan);
  const area = plan.output[0] * plan.output[1];
  const gram = Array.from({ length: plan.geometry.groups }, () => new Float64Array(taps * taps));
  const moments = new Float64Array(plan.outChannels * taps);
  for (const [response, row] of rowsOf(plan, image)) {
    const channel = Math.floor(response / area) % plan.outChannels;
    const matrix = gram[Math.floor(channel / plan.outPerGroup)] ?? new Float64Array();
    row.forEach((a, i) => {
      moments[channel * taps + i] = (moments[channel * taps + i] ?? 0) + a * (target[response] ?? NaN);
      // Every channel of a group has the same X.
      if (channel % plan.outPerGroup > 0) return;
      row.forEach((b, j) => (matrix[i * taps + j] = (matrix[i * taps + j] ?? 0) + a * b));
    });
  }
  return { gram, moments, energy: Array.from(target).reduce((sum, value) => sum + value * value, 0) };
}

function rowsOf(plan: Plan, image: ArrayLike<number>): Map<number, Float64Array> {
  const taps = tapCount(plan);
  const rows = new Map<number, Float64Array>();
  forEachProduct(plan, (cell, weight, response) => {
    const row = rows.get(response) ?? new Float64Array(taps);
    row[weight % taps] = image[cell] ?? NaN;
    rows.set(response, row);
  });
  return rows;
}

const whole = ({ shape, data }: NumericTensor): NumericTensor => ({
  shape,
  data: Float64Array.from(data, (value) => Math.round(8 * value)),
});

const equationsOf = ({ plan, image, upstream }: Operands): NormalEquations =>
  normalEquations(plan, Float32Array.from(image.data), Float32Array.from(upstream.data));

function expectEqualSums(actual: Sums, expected: Sums): void {
  expect(actual.gram.map((matrix) => [...matrix])).toEqual(expected.gram.map((matrix) => [...matrix]));
  expect([...actual.moments]).toEqual([...expected.moments]);
  expect(actual.energy).toBe(expected.energy);
}

describe('the sums of whole numbers are exactly those of the definition', () => {
  it('for any batch, channels, groups, stride, dilation and padding', () => {
    fc.assert(
      fc.property(operandSamples, (sample) => {
        const operands = { ...sample, image: whole(sample.image), upstream: whole(sample.upstream) };
        expectEqualSums(
          equationsOf(operands),
          straightforward(sample.plan, operands.image.data, operands.upstream.data),
        );
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it.each<[string, Size, Size, Partial<Geometry>]>([
    ['one window', [3, 3], [3, 3], {}],
    ['one row of windows', [1, 20], [1, 5], {}],
    ['one column of windows', [20, 1], [5, 1], {}],
    ['windows wider apart than the image', [4, 4], [3, 3], { dilation: [3, 3], padding: [3, 3, 3, 3] }],
    ['taps that only ever meet padding', [2, 2], [1, 3], { padding: [0, 5, 0, 0] }],
    ['a stride past the window', [9, 9], [2, 2], { stride: [3, 4] }],
    ['rows long enough for every running sum', [7, 43], [3, 4], { padding: [1, 2, 1, 2] }],
  ])('for %s', (_, imageSize, kernelSize, geometry) => {
    const plan = planCorrelation([2, 2, ...imageSize], [3, 2, ...kernelSize], geometry);
    const image = whole(scatteredTensor([2, 2, ...imageSize], 1)).data;
    const target = whole(scatteredTensor([2, 3, ...plan.output], 2)).data;
    expectEqualSums(
      normalEquations(plan, Float64Array.from(image), Float64Array.from(target)),
      straightforward(plan, image, target),
    );
  });
});

describe('loss and gradient', () => {
  it("are the article's: half its Hessian, no loss at the edge kernel, its first loss at its start", () => {
    const plan = planCorrelation(BARS_IMAGE.shape, EDGE_KERNEL.shape);
    const target = Float32Array.from(correlate(BARS_IMAGE, EDGE_KERNEL).data);
    const equations = normalEquations(plan, BARS_IMAGE.data, target);
    expect([...(equations.gram[0] ?? [])].map((value) => 2 * value)).toEqual(training.hessian.flat());
    const gradient = new Float64Array(2);
    expect(writeGradient(equations, 1, Float64Array.of(1, -1), gradient)).toBe(0);
    expect([...gradient]).toEqual([0, 0]);
    const run = training.runs[0];
    const loss = writeGradient(equations, 1, Float64Array.from(run?.initial_kernel ?? []), gradient);
    expect(loss).toBeCloseTo(run?.epochs[0]?.loss ?? NaN, 12);
    expect(gradient[0]).toBeCloseTo(run?.epochs[0]?.grad[0] ?? NaN, 12);
  });

  it('are those of the passes, within the bound of their roundings', () => {
    fc.assert(
      fc.property(operandSamples, fc.constantFrom('sum' as const, 'mean' as const), (sample, reduction) => {
        const image = float32(sample.image);
        const target = float32(sample.upstream);
        const { plan, geometry, kernel } = sample;
        const expected = lossAndGradient({ image, target, geometry, loss: reduction, kernel }, kernel);
        const gradient = new Float64Array(kernel.data.length);
        const scale = lossScale(reduction, target.data.length);
        const weights = Float64Array.from(kernel.data);
        const loss = writeGradient(normalEquations(plan, image.data, target.data), scale, weights, gradient);
        const bound = boundsOf(plan, geometry, image, kernel, target);
        expect(loss).toBeGreaterThanOrEqual(0);
        // Twice: the definition rounds as well.
        expect(Math.abs(loss - expected.loss)).toBeLessThanOrEqual(2 * scale * bound.loss);
        gradient.forEach((value, i) => {
          const error = Math.abs(value - (expected.gradient.data[i] ?? NaN));
          expect(error).toBeLessThanOrEqual(2 * 2 * scale * (bound.gradient[i] ?? NaN));
        });
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('near the optimum of a large image are off by some roundings of Σ target²', () => {
    const image = float32(scatteredTensor([1, 1, 512, 512], 4));
    const teacher = scatteredTensor([1, 1, 3, 3], 5);
    const target = float32(correlate(image, teacher));
    const equations = normalEquations(planCorrelation(image.shape, teacher.shape), image.data, target.data);
    const kernel = nudged(teacher, 4, 1e-6);
    const loss = writeGradient(equations, 1, Float64Array.from(kernel.data), new Float64Array(9));
    const expected = squaredError(correlate(image, kernel), target, 'sum');
    expect(Math.abs(loss - expected)).toBeLessThan(100 * UNIT_ROUNDOFF * equations.energy);
  });

  it('never give a loss below zero', () => {
    const plan = planCorrelation([1, 1, 20, 20], [1, 1, 3, 3]);
    const image = float32(scatteredTensor([1, 1, 20, 20], 4));
    for (let seed = 0; seed < 200; seed++) {
      const kernel = scatteredTensor([1, 1, 3, 3], seed);
      const target = correlate(image, kernel).data;
      const equations = normalEquations(plan, Float64Array.from(image.data), target);
      const loss = writeGradient(equations, 1, Float64Array.from(kernel.data), new Float64Array(9));
      expect(loss).toBeGreaterThanOrEqual(0);
      const bound = boundsOf(plan, {}, image, kernel, { shape: [1, 1, 18, 18], data: target });
      expect(loss).toBeLessThanOrEqual(bound.loss);
    }
  });
});

/** (n + 2·taps + 3) · 2⁻⁵³ · Σ (|X||k| + |y|)², as `writeGradient` promises; the same for ½ · gradient. */
function boundsOf(
  plan: Plan,
  geometry: Partial<Geometry>,
  image: NumericTensor,
  kernel: NumericTensor,
  target: NumericTensor,
): { readonly loss: number; readonly gradient: Float64Array } {
  const reach = correlate(magnitudes(image), magnitudes(kernel), geometry);
  const data = reach.data.map((value, i) => value + Math.abs(target.data[i] ?? NaN));
  const unit = (elementCount([plan.batch, 1, ...plan.output]) + 2 * tapCount(plan) + 3) * UNIT_ROUNDOFF;
  const sums = kernelGradient(magnitudes(image), { shape: reach.shape, data }, plan.kernel, geometry).data;
  return {
    loss: unit * data.reduce((total, value) => total + value * value, 0),
    gradient: sums.map((sum) => unit * sum),
  };
}

function magnitudes({ shape, data }: NumericTensor): NumericTensor {
  return { shape, data: Float64Array.from(data, Math.abs) };
}

function float32({ shape, data }: NumericTensor): { shape: NumericTensor['shape']; data: Float32Array } {
  return { shape, data: Float32Array.from(data) };
}
