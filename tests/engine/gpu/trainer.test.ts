import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { OptimizerSettings, TrainingProblem } from '../../../src/engine/contract.ts';
import { BusyError, DisposedError } from '../../../src/engine/errors.ts';
import * as definition from '../../../src/math/definition.ts';
import { squaredError, squaredErrorGradient } from '../../../src/math/loss.ts';
import { makeOptimizerState, optimizerStep } from '../../../src/math/optimizer.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { test } from './gpu-fixture.ts';
import { makeScattered } from './tensors.ts';

interface Hyper {
  readonly opt: 'sgd' | 'adam';
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
}

interface Run {
  readonly optimizer: string;
  readonly start: string;
  readonly hyper: Hyper;
  readonly initial_kernel: readonly number[];
  readonly epochs: readonly { readonly loss: number; readonly grad: number[]; readonly kernel: number[] }[];
}

interface Fixture {
  readonly X: number[][];
  readonly Y: number[][];
  readonly tol_f32: number;
  readonly runs: readonly Run[];
}

const file = new URL('../../fixtures/training.json', import.meta.url);
const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture;

function makeArticleProblem(start: readonly number[], optimizer: OptimizerSettings): TrainingProblem {
  return {
    image: makeTensor([1, 1, 6, 8], fixture.X.flat()),
    target: makeTensor([1, 1, 6, 7], fixture.Y.flat()),
    kernel: makeTensor([1, 1, 1, 2], start),
    loss: 'sum',
    optimizer,
  };
}

function optimizerOf({ opt, lr, weight_decay: weightDecay = 0, ...rest }: Hyper): OptimizerSettings {
  return { kind: opt, rate: lr, weightDecay, ...rest };
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const error = Math.abs((actual[index] ?? NaN) - value);
    expect(error, `${String(actual[index])} for ${String(value)}`).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    );
  });
}

describe('training on the device', () => {
  test('learns the kernel of the article', async ({ engine }) => {
    const problem = makeArticleProblem([0.492331, 0.270422], { kind: 'sgd', rate: 0.03 });
    const trainer = await engine.train(problem);
    const { step, losses, kernel } = await trainer.advance(10);
    trainer.dispose();
    expect(step).toBe(10);
    const everySecond = [...losses].filter((_, index) => index % 2 === 1).map((loss) => loss.toFixed(3));
    expect(everySecond).toEqual(['9.470', '2.939', '1.046', '0.402', '0.160']);
    expect([...kernel.data].map((weight) => weight.toFixed(4))).toEqual(['1.0307', '-0.9488']);
  });

  test('has all ten runs to compare with', () => {
    expect(fixture.runs).toHaveLength(10);
  });

  for (const run of fixture.runs) {
    test(`follows torch.optim: ${run.optimizer} from ${run.start}`, async ({ engine }) => {
      const trainer = await engine.train(makeArticleProblem(run.initial_kernel, optimizerOf(run.hyper)));
      for (const [index, epoch] of run.epochs.entries()) {
        const report = await trainer.advance(1);
        expect(report.step).toBe(index + 1);
        expectClose(report.losses, [epoch.loss], fixture.tol_f32);
        expectClose(report.gradient.data, epoch.grad, fixture.tol_f32);
        expectClose(report.kernel.data, epoch.kernel, fixture.tol_f32);
      }
      trainer.dispose();
    });
  }

  for (const optimizer of [
    { kind: 'sgd', rate: 0.05, momentum: 0.8, nesterov: true, weightDecay: 0.001 },
    { kind: 'adam', rate: 0.02, beta1: 0.8, beta2: 0.99, weightDecay: 0.01 },
    { kind: 'adam', rate: 0.02, beta1: 0, beta2: 0.5 },
  ] as const) {
    test(`follows the definition with every geometry: ${JSON.stringify(optimizer)}`, async ({ engine }) => {
      const geometry = { groups: 2, stride: [1, 2], dilation: [2, 1], padding: [1, 0, 2, 1] } as const;
      const image = makeScattered([2, 4, 12, 15], 1);
      const start = makeScattered([6, 2, 3, 4], 2);
      const target = makeTensor(
        definition.correlate(image, start, geometry).shape,
        definition.correlate(image, makeScattered([6, 2, 3, 4], 3), geometry).data,
      );
      const problem: TrainingProblem = { image, target, kernel: start, geometry, loss: 'mean', optimizer };
      const trainer = await engine.train(problem);
      const report = await trainer.advance(30);
      trainer.dispose();
      const expected = learnInFloat64(problem, 30);
      expectClose(report.losses, expected.losses, 2e-5);
      expectClose(report.kernel.data, expected.kernel, 2e-4);
    });
  }

  test('takes the same steps however they are divided', async ({ engine }) => {
    const problem = makeArticleProblem([0.5, 0.25], { kind: 'adam', rate: 0.01 });
    const whole = await engine.train(problem);
    const parts = await engine.train(problem);
    const expected = await whole.advance(700);
    const losses: number[] = [];
    for (const steps of [1, 129, 300, 270]) losses.push(...(await parts.advance(steps)).losses);
    expect(losses).toEqual([...expected.losses]);
    whole.dispose();
    parts.dispose();
  });

  test('gives the same bits twice', async ({ engine }) => {
    const image = makeScattered([1, 2, 64, 80], 4);
    const target = makeScattered([1, 3, 62, 78], 5);
    const kernel = makeScattered([3, 2, 3, 3], 6);
    const optimizer = { kind: 'sgd', rate: 0.1, momentum: 0.5 } as const;
    const reports = [];
    for (let repeat = 0; repeat < 2; repeat++) {
      const trainer = await engine.train({ image, target, kernel, loss: 'mean', optimizer });
      reports.push(await trainer.advance(20));
      trainer.dispose();
    }
    expect(reports[1]).toEqual(reports[0]);
  });

  test('refuses a second advance while one is under way', async ({ engine }) => {
    const trainer = await engine.train(makeArticleProblem([0, 0], { kind: 'sgd', rate: 0.01 }));
    const first = trainer.advance(3);
    await expect(trainer.advance(1)).rejects.toBeInstanceOf(BusyError);
    expect((await first).step).toBe(3);
    expect((await trainer.advance(1)).step).toBe(4);
    trainer.dispose();
  });

  test('refuses steps that are not whole numbers from 1', async ({ engine }) => {
    const trainer = await engine.train(makeArticleProblem([0, 0], { kind: 'sgd', rate: 0.01 }));
    for (const steps of [0, -1, 1.5, NaN, Infinity]) await expect(trainer.advance(steps)).rejects.toThrow();
    expect((await trainer.advance(1)).step).toBe(1);
    trainer.dispose();
  });

  test('refuses more losses than a buffer holds, and goes on', async ({ engine }) => {
    const trainer = await engine.train(makeArticleProblem([0, 0], { kind: 'sgd', rate: 0.01 }));
    await expect(trainer.advance(2 ** 40)).rejects.toMatchObject({
      problem: { code: 'limit', resource: 'losses', requested: 2 ** 42, unit: 'bytes' },
    });
    expect((await trainer.advance(1)).step).toBe(1);
    trainer.dispose();
  });

  test('is over after dispose, also for an advance that is under way', async ({ engine }) => {
    const trainer = await engine.train(makeArticleProblem([0, 0], { kind: 'sgd', rate: 0.01 }));
    const pending = trainer.advance(1000);
    trainer.dispose();
    await expect(pending).rejects.toBeInstanceOf(DisposedError);
    await expect(trainer.advance(1)).rejects.toBeInstanceOf(DisposedError);
    trainer.dispose();
  });
});

/** The same training by the definition, in float64. */
function learnInFloat64(problem: TrainingProblem, steps: number): { losses: number[]; kernel: number[] } {
  const { image, target, geometry, loss, optimizer } = problem;
  const { shape } = problem.kernel;
  let data: Float64Array = Float64Array.from(problem.kernel.data);
  let state = makeOptimizerState(optimizer, data.length);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const response = definition.correlate(image, { shape, data }, geometry);
    losses.push(squaredError(response, target, loss));
    const upstream = squaredErrorGradient(response, target, loss);
    const gradient = definition.kernelGradient(image, upstream, [shape[2], shape[3]], geometry);
    ({ weights: data, state } = optimizerStep(optimizer, state, data, gradient.data));
  }
  return { losses, kernel: [...data] };
}
