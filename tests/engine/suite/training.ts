/** Learning: the article's numbers, torch.optim's trajectories, and problems of every geometry. */
import { describe, expect, test } from 'vitest';
import type { Engine, Trainer, TrainingProblem, TrainingReport } from '../../../src/engine/index.ts';
import { ARTICLE_START } from '../../../src/math/article.ts';
import * as definition from '../../../src/math/definition.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { trainReference } from '../../../src/math/train.ts';
import { makeScattered } from '../gpu/tensors.ts';
import { makeArticleProblem, REFERENCE_RUNS, TOLERANCE } from './article-problem.ts';
import { expectClose } from './close.ts';

export function describeTraining(engine: () => Engine): void {
  describe.each(['passes', 'gram'] as const)('by %s', (method) => {
    describeTrajectories((problem) => engine().train({ ...problem, method }));
  });
}

function describeTrajectories(train: (problem: TrainingProblem) => Promise<Trainer>): void {
  async function trainFor(problem: TrainingProblem, steps: number): Promise<TrainingReport> {
    const trainer = await train(problem);
    const report = await trainer.advance(steps);
    trainer.dispose();
    return report;
  }

  describe('training', () => {
    test("prints the article's losses and ends at its kernel", async () => {
      const { step, losses, kernel } = await trainFor(makeArticleProblem([...ARTICLE_START.data]), 10);
      expect(step).toBe(10);
      const printed = Array.from(
        losses.filter((_, i) => i % 2 === 1),
        (loss) => loss.toFixed(3),
      );
      expect(printed).toEqual(['9.470', '2.939', '1.046', '0.402', '0.160']);
      expect(kernel.shape).toEqual([1, 1, 1, 2]);
      expect(Array.from(kernel.data, (weight) => weight.toFixed(4))).toEqual(['1.0307', '-0.9488']);
    });

    test.each(REFERENCE_RUNS)('follows torch.optim: $name', async ({ start, optimizer, epochs }) => {
      const trainer = await train(makeArticleProblem(start, optimizer));
      for (const [i, epoch] of epochs.entries()) {
        const { step, losses, gradient, kernel } = await trainer.advance(1);
        expect(step).toBe(i + 1);
        expectClose(losses, [epoch.loss], TOLERANCE);
        expectClose(gradient.data, epoch.grad, TOLERANCE);
        expectClose(kernel.data, epoch.kernel, TOLERANCE);
      }
      trainer.dispose();
    });

    test('reports the gradient of the last step, from before weight decay', async () => {
      const optimizer = { kind: 'sgd', rate: 0, weightDecay: 0.5 } as const;
      const { gradient } = await trainFor(makeArticleProblem([0, 0], optimizer), 1);
      // dL/dk = 2 Σ (response − target) · cell: six rows, one edge of each sign, from a kernel of zeros.
      expect(Array.from(gradient.data)).toEqual([-12, 12]);
    });

    test("'mean' divides loss and gradient by the response elements", async () => {
      const problem = makeArticleProblem([0.5, 0.25], { kind: 'sgd', rate: 0 });
      const sum = await trainFor(problem, 1);
      const mean = await trainFor({ ...problem, loss: 'mean' }, 1);
      expectClose(
        mean.losses,
        Array.from(sum.losses, (loss) => loss / 42),
        TOLERANCE,
      );
      expectClose(
        mean.gradient.data,
        Array.from(sum.gradient.data, (value) => value / 42),
        TOLERANCE,
      );
    });

    test('keeps weights as float32: an update below half the spacing of the numbers at 1 is lost', async () => {
      const cell = makeTensor([1, 1, 1, 1], [1]);
      const target = makeTensor([1, 1, 1, 1], [1 - 2 ** -24]);
      // Gradient 2 · 2⁻²⁴, update 0.2 · 2⁻²⁴; the next float32 below 1 is 1 − 2⁻²⁴.
      const optimizer = { kind: 'sgd', rate: 0.1 } as const;
      const report = await trainFor({ image: cell, target, kernel: cell, loss: 'sum', optimizer }, 50);
      expect([...report.kernel.data]).toEqual([1]);
      expect([...report.losses]).toEqual(Array<number>(50).fill(2 ** -48));
    });

    test('recovers a known kernel from what it does to an image', async () => {
      const image = makeScattered([1, 2, 12, 12], 1);
      const teacher = makeScattered([3, 2, 2, 2], 2);
      const target = makeTensor([1, 3, 11, 11], definition.correlate(image, teacher).data);
      const kernel = makeTensor(teacher.shape, new Float32Array(24));
      const optimizer = { kind: 'sgd', rate: 2, momentum: 0.5 } as const;
      const learned = await trainFor({ image, target, kernel, loss: 'mean', optimizer }, 300);
      expect(learned.losses.at(-1)).toBeLessThan(1e-9);
      expectClose(learned.kernel.data, Array.from(teacher.data), 1e-4);
    });

    test.each([
      { kind: 'sgd', rate: 0.05, momentum: 0.8, nesterov: true, weightDecay: 0.001 },
      { kind: 'adam', rate: 0.02, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.01 },
    ] as const)('follows the definition with every geometry at once: $kind', async (optimizer) => {
      const geometry = { groups: 2, stride: [1, 2], dilation: [2, 1], padding: [1, 0, 2, 1] } as const;
      const image = makeScattered([2, 4, 10, 13], 3);
      const kernel = makeScattered([4, 2, 3, 2], 4);
      const response = definition.correlate(image, makeScattered([4, 2, 3, 2], 5), geometry);
      const target = makeTensor(response.shape, response.data);
      const problem: TrainingProblem = { image, target, kernel, geometry, loss: 'mean', optimizer };
      const report = await trainFor(problem, 12);
      const history = trainReference(problem, 12);
      const losses = history.map(({ loss }) => loss);
      expectClose(report.losses, losses, 1e-4);
      expectClose(report.kernel.data, Array.from(history.at(-1)?.kernel.data ?? []), 1e-4);
      expectClose(report.gradient.data, Array.from(history.at(-1)?.gradient.data ?? []), 1e-4);
    });
  });
}
