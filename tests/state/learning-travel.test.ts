/** Looking back at any step that was taken, and going on from there. */
import { describe, expect, it } from 'vitest';
import { openWatchedEngine } from '../engine/gpu/gpu-fixture.ts';
import { ARTICLE, begin, typed } from './learning-fixture.ts';

const LONG = { ...ARTICLE, steps: 5_000 };

it('shows what any step left, in a run too long to keep every one', async () => {
  const { session, now, until } = begin(LONG);
  session.run('fast');
  await until('finished');
  const short = begin({ ...ARTICLE, steps: 7 });
  short.session.run('fast');
  const seventh = await short.until('finished');
  session.goTo(7);
  await expect.poll(() => now().step).toBe(7);
  expect(now()).toMatchObject({ status: 'paused', kernel: seventh.kernel, gradient: seventh.gradient });
  expect(now().losses).toHaveLength(5_000);
});

it('goes on from there to the same numbers', async () => {
  const { session, now, until } = begin();
  session.run('fast');
  const end = await until('finished');
  session.goTo(4);
  await expect.poll(() => now().step).toBe(4);
  session.step();
  await expect.poll(() => now().step).toBe(5);
  expect(now().losses).toEqual(end.losses.slice(0, 5));
  expect(now().trace).toEqual(end.trace.slice(0, 6));
  session.run('fast');
  expect(await until('finished')).toEqual(end);
});

it('goes to the start and to the end', async () => {
  const { session, now, until } = begin();
  session.run('fast');
  const end = await until('finished');
  session.goTo(0);
  expect(now()).toMatchObject({ status: 'paused', step: 0, gradient: null, losses: end.losses });
  expect(now().kernel.values).toEqual([0.492331, 0.270422]);
  session.goTo(99);
  expect(await until('finished')).toMatchObject({ step: 10, kernel: end.kernel });
});

it('of many places asked for in a row only the last is computed', async () => {
  const { session, now, seen, until } = begin(LONG);
  session.run('fast');
  await until('finished');
  const before = seen.length;
  for (let step = 1; step <= 300; step++) session.goTo(step);
  await expect.poll(() => now().step).toBe(300);
  expect(new Set(seen.slice(before).map(({ step }) => step)).size).toBeLessThan(5);
});

it('leaves a run that diverged', async () => {
  const { session, now, until } = begin({ ...ARTICLE, start: typed(0.5, 0.25), rate: 0.04, steps: 1000 });
  session.run('fast');
  await until('diverged');
  session.goTo(2);
  await expect.poll(() => now().step).toBe(2);
  expect(now()).toMatchObject({ status: 'paused', problem: null });
  session.run('fast');
  expect((await until('diverged')).problem).toMatchObject({ code: 'diverged' });
});

describe('on a real device', () => {
  it('too', async () => {
    const { session, now, until } = begin(ARTICLE, async () => (await openWatchedEngine()).engine);
    session.run('fast');
    const end = await until('finished');
    session.goTo(3);
    await expect.poll(() => now().step, { timeout: 10_000 }).toBe(3);
    session.run('fast');
    expect(await until('finished')).toEqual(end);
  }, 60_000);
});
