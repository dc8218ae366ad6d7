/** Problems that a GPU splits: between workgroups, into chunks, stages and submits. */
import { describe, expect, test } from 'vitest';
import type { Engine, OptimizerSettings, TrainingProblem } from '../../../src/engine/index.ts';
import * as definition from '../../../src/math/definition.ts';
import { squaredError, squaredErrorGradient } from '../../../src/math/loss.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { trainReference } from '../../../src/math/train.ts';
import { makeBinary, makeScattered } from '../gpu/tensors.ts';
import { expectClose } from './close.ts';
import { valuesOf } from './values.ts';

/** Up to a second on a software GPU, more on a busy machine. */
const SLOW = { timeout: 30_000 };

export function describeLarge(engine: () => Engine): void {
  describe('a response of 520×512', SLOW, () => {
    const image = makeBinary([1, 1, 521, 513], 1);
    const target = makeBinary([1, 1, 520, 512], 2);
    const kernel = makeTensor([1, 1, 2, 2], [1, -1, 2, 1]);
    const response = definition.correlate(image, kernel);
    const upstream = squaredErrorGradient(response, target, 'sum');
    const byKernel = definition.kernelGradient(image, upstream, [2, 2]);

    // Every sum is below 2^24, which float32 holds exactly; 65 chunks of 4096 elements are one more than a workgroup.
    test('and its gradients are exact', async () => {
      const given = makeTensor(upstream.shape, upstream.data);
      expect(valuesOf(await engine().correlate(image, kernel))).toEqual(valuesOf(response));
      expect(valuesOf(await engine().kernelGradient(image, given, [2, 2]))).toEqual(valuesOf(byKernel));
      expect(valuesOf(await engine().imageGradient(given, kernel, [521, 513]))).toEqual(
        valuesOf(definition.imageGradient(upstream, kernel, [521, 513])),
      );
    });

    test('and its loss and gradient in training are exact', async () => {
      const optimizer = { kind: 'sgd', rate: 0 } as const;
      const trainer = await engine().train({ image, target, kernel, loss: 'sum', optimizer });
      const { losses, gradient } = await trainer.advance(2);
      const loss = squaredError(response, target, 'sum');
      expect([...losses]).toEqual([loss, loss]);
      expect(valuesOf(gradient)).toEqual(valuesOf(byKernel));
      trainer.dispose();
    });
  });

  test.each<OptimizerSettings>([
    { kind: 'sgd', rate: 0.05, momentum: 0.8, dampening: 0.1, weightDecay: 0.001 },
    { kind: 'adam', rate: 0.005 },
  ])('144 weights in 150 steps follow the definition: $kind', SLOW, async (optimizer) => {
    const geometry = { groups: 2, stride: [1, 2], dilation: [2, 1], padding: [1, 0, 2, 1] } as const;
    const image = makeScattered([2, 4, 14, 17], 3);
    const teacher = makeScattered([8, 2, 3, 3], 4);
    const response = definition.correlate(image, teacher, geometry);
    const target = makeTensor(response.shape, response.data);
    const kernel = makeScattered(teacher.shape, 5);
    const problem: TrainingProblem = { image, target, kernel, geometry, loss: 'mean', optimizer };
    const trainer = await engine().train(problem);
    const report = await trainer.advance(150);
    const history = trainReference(problem, 150);
    expectClose(
      report.losses,
      history.map(({ loss }) => loss),
      1e-5,
    );
    expectClose(report.kernel.data, Array.from(history.at(-1)?.kernel.data ?? []), 1e-4);
    trainer.dispose();
  });

  test('2000 steps of one weight follow their closed form, after an advance of a few', SLOW, async () => {
    const rate = 2 ** -12;
    const one = makeTensor([1, 1, 1, 1], [1]);
    const kernel = makeTensor([1, 1, 1, 1], [0]);
    const optimizer = { kind: 'sgd', rate } as const;
    const trainer = await engine().train({ image: one, target: one, kernel, loss: 'sum', optimizer });
    await trainer.advance(5);
    const { step, losses } = await trainer.advance(2000);
    expect(step).toBe(2005);
    // w ← w − 2 rate (w − 1) from w = 0: after k updates the loss is (1 − 2 rate)²ᵏ.
    const expected = Array.from({ length: 2000 }, (_, i) => (1 - 2 * rate) ** (2 * (i + 5)));
    expectClose(losses, expected, 1e-4);
    trainer.dispose();
  });
}
