/** Results that no device holds, asked for by operands of one cell: refused before anything is allocated. */
import { describe, expect, test } from 'vitest';
import { LimitError, type Engine } from '../../../src/engine/index.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import { rejectionOf } from './rejection.ts';

const CELL = makeTensor([1, 1, 1, 1], [1]);
const FAR = 2 ** 20;

async function expectLimit(call: Promise<unknown>): Promise<void> {
  const error = await rejectionOf(call);
  expect(error).toBeInstanceOf(LimitError);
  const { problem } = error as LimitError;
  expect(problem).toMatchObject({ code: 'limit', resource: expect.any(String) as string });
  expect(problem.requested).toBeGreaterThanOrEqual(FAR ** 2);
  expect(problem.allowed).toBeLessThan(problem.requested);
  expect((error as LimitError).message).toContain(String(problem.allowed));
}

export function describeLimits(engine: () => Engine): void {
  describe('a result of 2^40 elements is a LimitError', () => {
    test('for the response, through padding', async () => {
      await expectLimit(engine().correlate(CELL, CELL, { padding: [FAR, FAR, 0, 0] }));
    });

    test('for the kernel gradient, of a kernel as large as the padded image', async () => {
      const padding = [FAR - 1, FAR - 1, 0, 0] as const;
      await expectLimit(engine().kernelGradient(CELL, CELL, [FAR, FAR], { padding }));
    });

    test('for the image gradient, of an image that one stride crosses', async () => {
      await expectLimit(engine().imageGradient(CELL, CELL, [FAR, FAR], { stride: [FAR, FAR] }));
    });

    test('for the losses of an advance; the trainer goes on', async () => {
      const trainer = await engine().train({
        image: CELL,
        target: CELL,
        kernel: makeTensor([1, 1, 1, 1], [0]),
        loss: 'sum',
        optimizer: { kind: 'sgd', rate: 0.25 },
      });
      await expectLimit(trainer.advance(FAR ** 2));
      // w ← w − 0.25 · 2(w − 1): half of the way to 1.
      const { step, losses, kernel } = await trainer.advance(1);
      expect([step, ...losses, ...kernel.data]).toEqual([1, 1, 0.5]);
      trainer.dispose();
    });
  });
}
