/** The end of an engine: whatever is asked of it afterwards, and of its trainers, is refused by name. */
import { describe, expect, test } from 'vitest';
import { DisposedError, type Engine } from '../../../src/engine/index.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../../src/math/article.ts';
import { makeArticleProblem } from './article-problem.ts';
import { rejectionOf } from './rejection.ts';

/** Opening an engine compiles every shader: a second on a software GPU, more on a busy machine. */
const TIMEOUT_MS = 30_000;

/** `engine` gives one that is open and stays so. */
export function describeDisposal(open: () => Promise<Engine>, engine: () => Engine): void {
  describe('after dispose', { timeout: TIMEOUT_MS }, () => {
    test('everything is a DisposedError, however often it is disposed', async () => {
      const ended = await open();
      const problem = makeArticleProblem([0, 0]);
      const trainer = await ended.train(problem);
      ended.dispose();
      ended.dispose();
      const calls = [
        ended.correlate(COUNTING_IMAGE, COUNTING_KERNEL),
        ended.kernelGradient(COUNTING_IMAGE, COUNTING_KERNEL, [2, 2]),
        ended.imageGradient(COUNTING_KERNEL, COUNTING_KERNEL, [3, 3]),
        ended.train(problem),
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
      const ended = await open();
      const trainer = await ended.train(makeArticleProblem([0, 0]));
      const refused = [ended.correlate(COUNTING_IMAGE, COUNTING_KERNEL), trainer.advance(500)].map(
        rejectionOf,
      );
      ended.dispose();
      for (const error of await Promise.all(refused)) expect(error).toBeInstanceOf(DisposedError);
    });

    test('another engine of the same kind is not touched', async () => {
      const ended = await open();
      ended.dispose();
      const { data } = await engine().correlate(COUNTING_IMAGE, COUNTING_KERNEL);
      expect([...data]).toEqual([19, 25, 37, 43]);
    });
  });
}
