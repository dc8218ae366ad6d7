/** Operands count as they are when a call is made: a picture that is painted on meanwhile is no half-painted result. */
import { describe, expect, test } from 'vitest';
import type { Engine, Tensor4 } from '../../../src/engine/index.ts';
import { makeSmallIntegers } from '../gpu/tensors.ts';
import { makeArticleProblem } from './article-problem.ts';

export function describeOperandSnapshots(engine: () => Engine): void {
  describe('what the caller does to its arrays right after a call changes nothing', () => {
    const calls: readonly (readonly [string, (image: Tensor4, kernel: Tensor4) => Promise<unknown>])[] = [
      ['correlate', (image, kernel) => engine().correlate(image, kernel)],
      ['kernelGradient', (image, upstream) => engine().kernelGradient(image, upstream, [4, 5])],
      ['imageGradient', (upstream, kernel) => engine().imageGradient(upstream, kernel, [8, 11])],
    ];

    test.each(calls)('%s', async (_, call) => {
      const [first, second] = [makeSmallIntegers([1, 1, 6, 8], 1), makeSmallIntegers([1, 1, 3, 4], 2)];
      const expected = await call(first, second);
      const pending = call(first, second);
      first.data.fill(7);
      second.data.fill(7);
      expect(await pending).toEqual(expected);
    });

    test('train', async () => {
      const untouched = await engine().train(makeArticleProblem([0.5, 0.25]));
      const problem = makeArticleProblem([0.5, 0.25]);
      const pending = engine().train(problem);
      for (const { data } of [problem.image, problem.target, problem.kernel]) data.fill(7);
      const changed = await pending;
      expect(await changed.advance(2)).toEqual(await untouched.advance(2));
      changed.dispose();
      untouched.dispose();
    });
  });
}
