/** Training by the normal equations: the steps that the passes take, within the bound of their roundings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LimitError,
  MethodError,
  type Engine,
  type OptimizerSettings,
  type TrainingProblem,
} from '../../../src/engine/index.ts';
import { makeTensor, type NumericTensor } from '../../../src/math/tensor.ts';
import { operandSamples } from '../../math/operand-samples.ts';
import { makeScattered } from '../gpu/tensors.ts';
import { makeArticleProblem } from './article-problem.ts';
import { rejectionOf } from './rejection.ts';
import { boundTrajectory, curvaturesOf, type BoundedStep } from './trajectory-bound.ts';

const METHODS = ['gram', 'passes'] as const;
const RUNS = { numRuns: 25, seed: 5 };
const TIMEOUT_MS = 60_000;
const STEPS = 8;

/** Rates are shares of 1 / λmax, so that weights neither stand still nor explode. */
const SETTINGS: readonly Omit<Extract<OptimizerSettings, { kind: 'sgd' }>, 'kind'>[] = [
  { rate: 1 },
  { rate: 1.9, weightDecay: 0.01 },
  { rate: 0.5, momentum: 0.9 },
  { rate: 0.5, momentum: 0.8, dampening: 0.25, weightDecay: 0.1 },
  { rate: 0.4, momentum: 0.7, nesterov: true },
];

export function describeGram(engine: () => Engine): void {
  async function expectWithinBounds(problem: TrainingProblem, steps: number): Promise<void> {
    for (const method of METHODS) {
      const bounded = boundTrajectory(problem, method, steps);
      const trainer = await engine().train({ ...problem, method });
      for (const expected of bounded) {
        const { losses, kernel } = await trainer.advance(1);
        expectStep(method, expected, losses[0] ?? NaN, kernel);
      }
      trainer.dispose();
    }
  }

  describe('training by the normal equations, and by passes', () => {
    test.each(SETTINGS)(
      'stays within a bound of the reference, whatever the geometry: %o',
      async (settings) => {
        await fc.assert(
          fc.asyncProperty(operandSamples, fc.constantFrom('sum', 'mean'), async (sample, loss) => {
            const problem: TrainingProblem = {
              image: float32(sample.image),
              target: float32(sample.upstream),
              kernel: float32(sample.kernel),
              geometry: sample.geometry,
              loss,
              optimizer: { kind: 'sgd', ...settings },
            };
            const rate = settings.rate / Math.max(0.1, ...curvaturesOf(problem));
            await expectWithinBounds({ ...problem, optimizer: { kind: 'sgd', ...settings, rate } }, STEPS);
          }),
          RUNS,
        );
      },
      TIMEOUT_MS,
    );

    test(
      'stays within it on an image of many rows and columns',
      async () => {
        const problem: TrainingProblem = {
          image: makeScattered([1, 1, 64, 96], 1),
          target: makeScattered([1, 1, 60, 94], 2),
          kernel: makeScattered([1, 1, 5, 3], 3),
          loss: 'mean',
          optimizer: { kind: 'sgd', rate: 1 },
        };
        await expectWithinBounds(problem, 5);
      },
      TIMEOUT_MS,
    );
  });

  describe('training by the normal equations', () => {
    test('takes a hundred thousand steps of the article and stays at its optimum', async () => {
      const trainer = await engine().train({ ...makeArticleProblem([0.5, 0.25]), method: 'gram' });
      const { step, losses, kernel } = await trainer.advance(100_000);
      expect(step).toBe(100_000);
      // Each step shrinks errors to 0.8 or less of theirs, and rounds two weights of size 1 by 2⁻²⁴ at most.
      const furthest = (Math.SQRT2 * 2 ** -24) / (1 - 0.8);
      const [left = NaN, right = NaN] = kernel.data;
      expect(Math.hypot(left - 1, right + 1)).toBeLessThanOrEqual(furthest);
      expect(losses.at(-1)).toBeLessThanOrEqual((60 / 2) * furthest ** 2);
      trainer.dispose();
    });

    test('refuses a kernel of too many taps, before anything is allocated', async () => {
      const image = makeTensor([1, 1, 91, 91], new Float32Array(91 * 91));
      const target = makeTensor([1, 1, 1, 1], [0]);
      const optimizer = { kind: 'sgd', rate: 1 } as const;
      const problem = { image, target, kernel: image, loss: 'sum', optimizer, method: 'gram' } as const;
      const error = await rejectionOf(engine().train(problem));
      expect(error).toBeInstanceOf(LimitError);
      expect(error).toMatchObject({
        problem: { resource: 'gram matrices', requested: 91 ** 4, allowed: 2 ** 26, unit: 'elements' },
      });
    });

    test('is the only other method: any further one is a MethodError', async () => {
      const problem = { ...makeArticleProblem([0, 0]), method: 'newton' } as unknown as TrainingProblem;
      const error = await rejectionOf(engine().train(problem));
      expect(error).toBeInstanceOf(MethodError);
      expect(error).toMatchObject({ problem: { code: 'unknown-method', value: 'newton' } });
    });
  });
}

function expectStep(method: string, expected: BoundedStep, loss: number, kernel: NumericTensor): void {
  const error = Math.hypot(
    ...Array.from(kernel.data, (weight, i) => weight - (expected.kernel.data[i] ?? NaN)),
  );
  expect(error, `kernel by ${method}`).toBeLessThanOrEqual(expected.kernelBound);
  expect(Math.abs(loss - expected.loss), `loss by ${method}`).toBeLessThanOrEqual(expected.lossBound);
}

function float32({ shape, data }: NumericTensor): TrainingProblem['image'] {
  return makeTensor(shape, data);
}
