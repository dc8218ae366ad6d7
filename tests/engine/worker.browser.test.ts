import { describe, expect, test, vi } from 'vitest';
import {
  DisposedError,
  measureCallCost,
  openEngine,
  openEngineInWorker,
  runStack,
  type Engine,
} from '../../src/engine/index.ts';
import { withNearResponses } from '../../src/engine/near.ts';
import { COUNTING_KERNEL } from '../../src/math/article.ts';
import { makeTensor } from '../../src/math/tensor.ts';
import { makeScattered } from './gpu/tensors.ts';
import { requireKind } from './require-kind.ts';
import { describeEngine } from './suite.ts';
import { makeArticleProblem } from './suite/article-problem.ts';
import { rejectionOf } from './suite/rejection.ts';

const openCpu = () => openEngineInWorker({ prefer: 'cpu' });
const openWebGpu = async () =>
  requireKind('webgpu', await openEngineInWorker({ prefer: 'webgpu', insist: true }));

describeEngine('the CPU engine in a worker', openCpu);
describeEngine('the WebGPU engine in a worker', openWebGpu);

describe('the page', () => {
  /** How often the page gets a turn while an engine learns. */
  async function countTurns(engine: Engine): Promise<number> {
    const trainer = await engine.train({
      image: makeScattered([1, 1, 200, 200], 1),
      target: makeScattered([1, 1, 198, 198], 2),
      kernel: makeScattered([1, 1, 3, 3], 3),
      loss: 'mean',
      optimizer: { kind: 'sgd', rate: 0.01 },
    });
    let turns = 0;
    const clock = setInterval(() => (turns += 1));
    const { step } = await trainer.advance(10_000);
    clearInterval(clock);
    expect(step).toBe(10_000);
    engine.dispose();
    return turns;
  }

  test('goes on while the CPU engine learns in its worker', async () => {
    expect(await countTurns(await openCpu())).toBeGreaterThan(10);
  });

  test('would wait for the same engine without a worker', async () => {
    expect(await countTurns(await openEngine({ prefer: 'cpu' }))).toBeLessThan(3);
  });
});

describe('a stack through a worker', () => {
  /** 0 … 8 under [[0, 1], [2, 3]], as in the article; nothing is negative, nothing activates, and the greatest is left. */
  const steps = [
    { kind: 'correlation', kernel: COUNTING_KERNEL, geometry: {} },
    { kind: 'activation', name: 'relu' },
    { kind: 'activation', name: 'none' },
    { kind: 'pooling', method: 'max', size: 2, stride: 1 },
  ] as const;

  test.each([
    ['CPU', openCpu],
    ['WebGPU', openWebGpu],
  ])('every level comes back from one call: %s', async (_, open) => {
    const engine = await open();
    const image = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const levels = await runStack(engine, image, steps);
    expect(posted).toHaveBeenCalledTimes(1);
    posted.mockRestore();
    expect(levels.map(({ shape, data }) => [shape.join(), [...data]])).toEqual([
      ['1,1,2,2', [19, 25, 37, 43]],
      ['1,1,2,2', [19, 25, 37, 43]],
      ['1,1,2,2', [19, 25, 37, 43]],
      ['1,1,1,1', [43]],
    ]);
    expect([...image.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    engine.dispose();
  });

  test('a layer that cannot be is refused by name', async () => {
    const engine = await openCpu();
    const image = makeTensor([1, 1, 1, 1], [5]);
    expect(await rejectionOf(runStack(engine, image, steps))).toMatchObject({
      problem: { code: 'window-exceeds-image' },
    });
    engine.dispose();
  });
});

test('small responses stay in the page that goes on asking for them, and are the worker’s to the bit', async () => {
  const far = await openCpu();
  const image = makeScattered([1, 1, 64, 64], 1);
  const kernel = makeScattered([1, 1, 5, 5], 2);
  const expected = await far.correlate(image, kernel);
  const engine = withNearResponses(far);
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  await expect
    .poll(async () => {
      posted.mockClear();
      expect(await engine.correlate(image, kernel)).toEqual(expected);
      return posted.mock.calls.length;
    })
    .toBe(0);
  posted.mockRestore();
  engine.dispose();
});

describe('what goes through a worker', () => {
  test('the arrays of the caller stay its own', async () => {
    const engine = await openCpu();
    const image = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    await engine.correlate(image, COUNTING_KERNEL);
    expect([...image.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    engine.dispose();
  });

  test('info arrives whole, with the reason for a fallback', async () => {
    const engine = await openEngineInWorker({ prefer: 'webgpu' });
    expect(engine.info).toMatchObject({ kind: 'cpu', fallback: { reason: 'software-adapter' } });
    engine.dispose();
  });

  test('calls that are made at once are answered each with its own result', async () => {
    const engine = await openCpu();
    const sizes = [1, 2, 3, 4, 5, 6, 7, 8];
    const responses = await Promise.all(
      sizes.map((n) =>
        engine.correlate(
          makeTensor([1, 1, 1, n], Array<number>(n).fill(n)),
          makeTensor([1, 1, 1, n], Array<number>(n).fill(1)),
        ),
      ),
    );
    expect(responses.map(({ data }) => data[0])).toEqual(sizes.map((n) => n * n));
    engine.dispose();
  });

  test('the cost of a call is measured there', async () => {
    const engine = await openWebGpu();
    const cost = await measureCallCost(engine);
    expect(cost?.callMs).toBeGreaterThan(0);
    expect(cost?.cpuMultiplyAddsPerSecond).toBeGreaterThan(1e6);
    engine.dispose();
  });

  test('dispose does not wait for an advance that takes for ever', async () => {
    const engine = await openCpu();
    const trainer = await engine.train(makeArticleProblem([0, 0]));
    const refused = rejectionOf(trainer.advance(2 ** 26));
    await new Promise((resolve) => setTimeout(resolve, 50));
    engine.dispose();
    expect(await refused).toBeInstanceOf(DisposedError);
  });
});
