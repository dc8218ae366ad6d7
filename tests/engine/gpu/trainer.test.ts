import { describe, expect } from 'vitest';
import { BusyError, DisposedError, StepsError } from '../../../src/engine/errors.ts';
import { makeArticleProblem } from '../suite/article-problem.ts';
import { test } from './gpu-fixture.ts';
import { makeScattered } from './tensors.ts';

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
    for (const steps of [0, -1, 1.5, NaN, Infinity]) {
      await expect(trainer.advance(steps)).rejects.toBeInstanceOf(StepsError);
    }
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
