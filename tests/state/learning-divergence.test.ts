/** A rate that is too large stops the run, and only such a rate does. */
import { expect, it } from 'vitest';
import { openEngine, type TrainingProblem } from '../../src/engine/index.ts';
import { filledGrid } from '../../src/state/document.ts';
import { ARTICLE, begin, runThrough, typed } from './learning-fixture.ts';

const fatal = { ...ARTICLE, start: typed(0.5, 0.25), rate: 0.04, steps: 1000 };

it('stops long before anything is non-finite and says which rate would do', async () => {
  const { session, until } = begin(fatal);
  session.run('fast');
  const { problem, losses, kernel, step } = await until('diverged');
  expect(problem).toMatchObject({ code: 'diverged', rate: 0.04, step });
  expect(problem).toHaveProperty('largestStable', expect.closeTo(1 / 30, 12));
  expect(problem).toHaveProperty('best', expect.closeTo(1 / 36, 12));
  expect([...losses, ...kernel.values].every(Number.isFinite)).toBe(true);
  expect(losses).toHaveLength(step);
  // The error along (1, 1) grows by (1 − 0.04 · 60)² = 1.96 a step: 1000 times after at least 10 steps.
  expect(step).toBeGreaterThan(10);
  expect(step).toBeLessThan(100);
});

it('stops in single steps, too', async () => {
  const { session, now, until } = begin(fatal);
  for (let i = 0; i < 40; i++) session.step();
  expect((await until('diverged')).step).toBeLessThan(20);
  session.step();
  session.run('fast');
  expect(now().status).toBe('diverged');
  session.reset();
  expect(now()).toMatchObject({ status: 'ready', step: 0, problem: null });
});

it('stays finite at the largest rate, weights and picture', async () => {
  const weights = { rows: 7, columns: 7, values: Array<number>(49).fill(9999) };
  const { session, seen, until } = begin({
    ...ARTICLE,
    image: filledGrid(16, 16, 1),
    teacher: weights,
    start: { kind: 'typed', kernel: { ...weights, values: weights.values.map((weight) => -weight) } },
    rate: 10,
    steps: 100_000,
  });
  session.run('fast');
  await until('diverged');
  for (const { losses, kernel, gradient } of seen) {
    expect([...losses, ...kernel.values, ...(gradient?.values ?? [])].every(Number.isFinite)).toBe(true);
  }
});

it('zeros at 0.04 converge: they have no error along the steep direction', async () => {
  const { kernel } = await runThrough({ ...fatal, start: { kind: 'zeros' }, steps: 200 });
  expect(kernel.values[0]).toBeCloseTo(1, 5);
  expect(kernel.values[1]).toBeCloseTo(-1, 5);
});

it('a start at the solution stays there', async () => {
  const { losses } = await runThrough({ ...ARTICLE, start: typed(1, -1), steps: 500 });
  expect(losses).toEqual(Array(500).fill(0));
});

it('keeps the last finite state when numbers overflow all the same', async () => {
  const real = await openEngine({ prefer: 'cpu' });
  const overflowing = async (problem: TrainingProblem) => {
    const trainer = await real.train(problem);
    const advance = async (steps: number) => {
      const report = await trainer.advance(steps);
      return report.step < 3
        ? report
        : { ...report, kernel: { ...report.kernel, data: Float32Array.of(Infinity, 0) } };
    };
    return {
      advance,
      dispose: () => {
        trainer.dispose();
      },
    };
  };
  const { session, until } = begin(ARTICLE, () =>
    Promise.resolve({
      ...real,
      info: real.info,
      correlate: real.correlate.bind(real),
      train: overflowing,
      dispose: () => undefined,
    }),
  );
  for (let i = 0; i < 4; i++) session.step();
  const { step, kernel, losses } = await until('diverged');
  expect(step).toBe(2);
  expect(losses).toHaveLength(2);
  expect(kernel.values.every(Number.isFinite)).toBe(true);
});
