/** Rivals learn beside a run: each as it would alone, step for step, and gone when they are taken out. */
import { describe, expect, it } from 'vitest';
import { PLAIN_SGD, type LearningOptimizer, type Rival } from '../../src/state/document.ts';
import { ARTICLE, begin, runThrough, typed } from './learning-fixture.ts';
import { openLosableEngine, type LosableEngine } from './losable-engine.ts';

const ADAM: LearningOptimizer = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };
const MOMENTUM: LearningOptimizer = {
  kind: 'sgd',
  momentum: 0.5,
  dampening: 0,
  nesterov: false,
  weightDecay: 0,
};
const RIVALS: readonly Rival[] = [
  { optimizer: PLAIN_SGD, rate: 0.01 },
  { optimizer: MOMENTUM, rate: 0.02 },
  { optimizer: ADAM, rate: 0.1 },
];

describe('a race of four', () => {
  it('each rival takes the steps that it takes alone', async () => {
    const { session, until } = begin({ ...ARTICLE, rivals: RIVALS });
    session.run('fast');
    await until('finished');
    await expect.poll(() => session.$race.get().every(({ losses }) => losses.length === 10)).toBe(true);
    for (const [i, rival] of RIVALS.entries()) {
      const alone = await runThrough({ ...ARTICLE, ...rival });
      expect(session.$race.get()[i]).toEqual({ rival, losses: alone.losses, end: null });
    }
  });

  it('a step of the run is a step of all', async () => {
    const { session, past } = begin({ ...ARTICLE, rivals: RIVALS });
    session.step();
    await past(0);
    await expect.poll(() => session.$race.get().map(({ losses }) => losses.length)).toEqual([1, 1, 1]);
    session.reset();
    expect(session.$race.get().map(({ losses }) => losses)).toEqual([[], [], []]);
  });

  it('one that comes late catches up, and one that stays keeps its steps', async () => {
    const { session, until } = begin({ ...ARTICLE, rivals: RIVALS.slice(0, 1) });
    session.run('fast');
    await until('finished');
    const [, late] = RIVALS;
    session.configure({ ...ARTICLE, rivals: [...RIVALS.slice(0, 1), ...(late ? [late] : [])] });
    await expect.poll(() => session.$race.get()[1]?.losses.length).toBe(10);
    const alone = await runThrough({ ...ARTICLE, ...late });
    expect(session.$race.get()[1]?.losses).toEqual(alone.losses);
    session.configure({ ...ARTICLE, rivals: [] });
    expect(session.$race.get()).toEqual([]);
    expect(session.$session.get().status).toBe('finished');
  });

  it('another rate of the run begins the run anew, and leaves its rivals their steps', async () => {
    const { session, until, now } = begin({ ...ARTICLE, rivals: RIVALS });
    session.run('fast');
    await until('finished');
    await expect.poll(() => session.$race.get()[2]?.losses.length).toBe(10);
    session.configure({ ...ARTICLE, rivals: RIVALS, rate: 0.02 });
    expect(now().step).toBe(0);
    expect(session.$race.get().map(({ losses }) => losses.length)).toEqual([10, 10, 10]);
    // Another start is another race.
    session.configure({ ...ARTICLE, rivals: RIVALS, start: { kind: 'zeros' } });
    expect(session.$race.get().map(({ losses }) => losses.length)).toEqual([0, 0, 0]);
  });
});

it('a rival past its limit ends where its loss blew up, and the run goes on', async () => {
  const rivals: readonly Rival[] = [{ optimizer: PLAIN_SGD, rate: 0.06 }];
  const { session, until } = begin({ ...ARTICLE, start: typed(0.5, 0.25), steps: 200, rivals });
  session.run('fast');
  await until('finished');
  await expect.poll(() => session.$race.get()[0]?.end).toBe('diverged');
  const losses = session.$race.get()[0]?.losses ?? [];
  expect(losses.length).toBeGreaterThan(3);
  expect(Math.max(...losses)).toBeLessThanOrEqual(1000 * (losses[0] ?? 0));
});

it('Adam may climb from the optimum without being cut', async () => {
  const rivals: readonly Rival[] = [{ optimizer: ADAM, rate: 0.1 }];
  const { session, until } = begin({ ...ARTICLE, start: typed(1, -1), rivals, rate: 0.01 });
  session.run('fast');
  await until('finished');
  await expect.poll(() => session.$race.get()[0]?.losses.length).toBe(10);
  expect(session.$race.get()[0]?.end).toBeNull();
});

it('goes on with the same numbers when the engine is lost in mid-race', async () => {
  const engines: LosableEngine[] = [];
  const { session, past, until } = begin({ ...ARTICLE, rivals: RIVALS }, async () => {
    const engine = await openLosableEngine('cpu');
    engines.push(engine);
    return engine;
  });
  session.step();
  await past(0);
  await expect.poll(() => session.$race.get()[2]?.losses.length).toBe(1);
  engines[0]?.lose();
  session.run('fast');
  await until('finished');
  await expect.poll(() => session.$race.get().every(({ losses }) => losses.length === 10)).toBe(true);
  const alone = await runThrough({ ...ARTICLE, optimizer: ADAM, rate: 0.1 });
  expect(session.$race.get()[2]?.losses).toEqual(alone.losses);
});
