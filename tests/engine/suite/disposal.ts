/** The end of an engine: whatever is asked of it afterwards, and of its trainers, is refused by name. */
import { describe, expect, test } from 'vitest';
import { DisposedError, type Engine } from '../../../src/engine/index.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../../src/math/article.ts';
import { makeArticleProblem } from './article-problem.ts';
import { rejectionOf } from './rejection.ts';

export function describeDisposal(open: () => Promise<Engine>): void {
  describe('after dispose', () => {
    test('everything is a DisposedError, however often it is disposed', async () => {
      const engine = await open();
      const problem = makeArticleProblem([0, 0]);
      const trainer = await engine.train(problem);
      engine.dispose();
      engine.dispose();
      const calls = [
        engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL),
        engine.kernelGradient(COUNTING_IMAGE, COUNTING_KERNEL, [2, 2]),
        engine.imageGradient(COUNTING_KERNEL, COUNTING_KERNEL, [3, 3]),
        engine.train(problem),
        trainer.advance(1),
      ];
      for (const call of calls) {
        const error = await rejectionOf(call);
        expect(error).toBeInstanceOf(DisposedError);
        expect(error).toMatchObject({ name: 'DisposedError', problem: { code: 'disposed' } });
      }
      trainer.dispose();
    });

    test('what was under way is refused as well', async () => {
      const engine = await open();
      const trainer = await engine.train(makeArticleProblem([0, 0]));
      const refused = [engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL), trainer.advance(500)].map(
        rejectionOf,
      );
      engine.dispose();
      for (const error of await Promise.all(refused)) expect(error).toBeInstanceOf(DisposedError);
    });

    test('another engine of the same kind is not touched', async () => {
      const [ended, alive] = [await open(), await open()];
      ended.dispose();
      const { data } = await alive.correlate(COUNTING_IMAGE, COUNTING_KERNEL);
      expect([...data]).toEqual([19, 25, 37, 43]);
      alive.dispose();
    });
  });
}
