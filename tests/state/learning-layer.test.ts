/** Frozen weights, a bias and a batch, as the engine learns them: against the definition in float64, weight by weight. */
import { describe, expect, it } from 'vitest';
import { correlate, kernelGradient } from '../../src/math/definition.ts';
import { conv2dParameters } from '../../src/math/random.ts';
import { filledGrid, gridTensor, type NumberGrid } from '../../src/state/document.ts';
import { analyse, lossAt } from '../../src/state/learning-analysis.ts';
import { makeLayer } from '../../src/state/learning-layer.ts';
import { makeLesson, residualsOf, type LearningSetup, type Lesson } from '../../src/state/learning-lesson.ts';
import { ARTICLE, runThrough } from './learning-fixture.ts';

const noise = (rows: number, columns: number, seed: number): NumberGrid => ({
  rows,
  columns,
  values: Array.from({ length: rows * columns }, (_, i) => ((i * 7 + seed * 5) % 11 < 5 ? 1 : 0)),
});
const IMAGE = noise(7, 8, 1);
const SETUP: LearningSetup = {
  ...ARTICLE,
  image: IMAGE,
  teacher: { rows: 2, columns: 2, values: [1, -1, 0.5, 2] },
  start: { kind: 'typed', kernel: { rows: 2, columns: 2, values: [0.25, 0.5, -0.75, 0] } },
  rate: 0.002,
  steps: 40,
};

/** Gradient descent on every image, with no other part of the page: dL/dK and dL/db by the definition. */
function descend(setup: LearningSetup, lesson: Lesson): { losses: number[]; kernel: number[]; bias: number } {
  const kernel = [...lesson.start.values];
  let bias = lesson.startBias ?? 0;
  const losses: number[] = [];
  for (let step = 0; step < setup.steps; step++) {
    const residuals = residualsOf(lesson, { ...lesson.start, values: kernel }, bias);
    losses.push(residuals.flatMap(({ values }) => values).reduce((sum, r) => sum + r * r, 0));
    const gradient = kernel.map(() => 0);
    let slope = 0;
    residuals.forEach((residual, i) => {
      const image = lesson.examples[i]?.image ?? residual;
      const size = [lesson.start.rows, lesson.start.columns] as const;
      kernelGradient(gridTensor(image), gridTensor(residual), size).data.forEach((value, tap) => {
        gradient[tap] = (gradient[tap] ?? 0) + 2 * value;
      });
      slope += 2 * residual.values.reduce((sum, r) => sum + r, 0);
    });
    kernel.forEach((weight, tap) => {
      if (!setup.frozen.includes(tap)) kernel[tap] = weight - setup.rate * (gradient[tap] ?? 0);
    });
    if (setup.bias) bias -= setup.rate * slope;
  }
  return { losses, kernel, bias };
}

describe.each<[string, Partial<LearningSetup>]>([
  ['a batch', { batch: [noise(7, 8, 2), noise(3, 9, 3)] }],
  ['a bias', { bias: true }],
  ['frozen weights', { frozen: [1, 2] }],
  [
    'all of them, and a target by hand',
    { bias: true, frozen: [0], batch: [noise(7, 8, 2)], painted: noise(6, 7, 4) },
  ],
  ['only a bias', { bias: true, frozen: [0, 1, 2, 3] }],
])('%s', (_, change) => {
  const setup = { ...SETUP, ...change };
  const lesson = makeLesson(setup);

  it('learns as the definition does', async () => {
    const run = await runThrough(setup);
    const expected = descend(setup, lesson);
    run.losses.forEach((loss, i) => {
      expect(Math.abs(loss - (expected.losses[i] ?? NaN))).toBeLessThan(1e-4 * Math.max(1, loss));
    });
    run.kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected.kernel[i] ?? NaN, 4);
    });
    if (setup.bias) expect(run.bias).toBeCloseTo(expected.bias, 4);
    else expect(run.bias).toBeNull();
    setup.frozen.forEach((index) => {
      expect(run.kernel.values[index]).toBe(lesson.start.values[index]);
      expect(run.gradient?.values[index]).toBe(0);
    });
  });

  it('has the loss and the optimum that the analysis says', async () => {
    const analysis = analyse(makeLayer(lesson), setup);
    const weights = setup.bias ? [...lesson.start.values, 0.5] : lesson.start.values;
    const residuals = residualsOf(lesson, lesson.start, setup.bias ? 0.5 : null);
    const loss = residuals.flatMap(({ values }) => values).reduce((sum, r) => sum + r * r, 0);
    expect(lossAt(analysis, weights)).toBeCloseTo(loss, 8);
    const { losses } = await runThrough({ ...setup, rate: analysis.limits?.best ?? NaN, steps: 3000 });
    expect(losses.at(-1)).toBeCloseTo(analysis.leastLoss, 3);
  });
});

it('a bias that PyTorch draws comes after the weights, which are the same without it', () => {
  const start = { kind: 'torch', seed: 3 } as const;
  const without = makeLesson({ ...ARTICLE, start });
  const withBias = makeLesson({ ...ARTICLE, start, bias: true });
  expect(withBias.start).toEqual(without.start);
  expect(without.startBias).toBeNull();
  expect(withBias.startBias).toBe(conv2dParameters(3, [1, 1, 1, 2]).bias[0]);
  expect(Math.abs(withBias.startBias ?? NaN)).toBeLessThanOrEqual(Math.SQRT1_2);
});

it('a plain layer is a correlation of the images; otherwise each free weight meets a channel', () => {
  const plain = makeLayer(makeLesson(SETUP));
  expect(plain.image.shape).toEqual([1, 1, 7, 8]);
  const layer = makeLayer(makeLesson({ ...SETUP, bias: true, frozen: [3] }));
  expect(layer.image.shape).toEqual([1, 4, 6, 7]);
  expect(layer.kernel.shape).toEqual([1, 4, 1, 1]);
  expect(layer.free).toEqual([0, 1, 2, 4]);
  const ones = layer.image.data.subarray(3 * 42);
  expect([...ones]).toEqual(filledGrid(6, 7, 1).values);
  // Channel by channel the same sums as the correlation, with weight 3 at its start of 0.
  const whole = correlate(gridTensor(IMAGE), gridTensor(makeLesson(SETUP).start));
  const split = correlate(layer.image, layer.kernel);
  split.data.forEach((value, i) => {
    expect(value).toBeCloseTo(whole.data[i] ?? NaN, 12);
  });
});
