/** A run that stops by itself where loss or gradient are small enough. */
import { expect, it } from 'vitest';
import { setStop } from '../../src/state/actions/learning.ts';
import { after, failureOf } from './actions/run-action.ts';
import { ARTICLE, begin, runThrough } from './learning-fixture.ts';

const LONG = { ...ARTICLE, steps: 5_000 };

it('stops at the first epoch whose kernel has so small a loss, in the middle of a report', async () => {
  const { losses } = await runThrough({ ...ARTICLE, steps: 60 });
  const first = losses.findIndex((loss) => loss <= 1e-4);
  expect(first).toBeGreaterThan(20);
  const { session, until, now } = begin({ ...LONG, stop: { loss: 1e-4, gradient: 0 } });
  session.run('fast');
  await until('stopped');
  await expect.poll(() => now().step).toBe(first);
  const short = await runThrough({ ...ARTICLE, steps: first });
  expect(now()).toMatchObject({ status: 'stopped', kernel: short.kernel, gradient: short.gradient });
  expect(now().losses).toEqual(short.losses);
});

it('stops where the gradient is short enough', async () => {
  const { session, until } = begin({ ...LONG, stop: { loss: 0, gradient: 0.01 } });
  session.run('fast');
  const { step } = await until('stopped');
  // The gradient of the kernel where it stopped is the one that the next step would use.
  const next = await runThrough({ ...ARTICLE, steps: step + 1 });
  expect(Math.hypot(...(next.gradient?.values ?? [NaN]))).toBeLessThanOrEqual(0.01);
  const last = await runThrough({ ...ARTICLE, steps: step });
  expect(Math.hypot(...(last.gradient?.values ?? [NaN]))).toBeGreaterThan(0.01);
});

it('single steps go past a threshold; another run stops again at once', async () => {
  const { session, until, now } = begin({ ...LONG, stop: { loss: 1, gradient: 0 } });
  session.run(1000);
  const { step } = await until('stopped');
  session.step();
  await expect.poll(() => now().step).toBe(step + 1);
  expect(now().status).toBe('paused');
  session.run('fast');
  await until('stopped');
  expect(now().step).toBe(step + 1);
});

it('another threshold does not begin a run anew', async () => {
  const { session, past, now } = begin();
  session.step();
  await past(0);
  session.configure({ ...ARTICLE, stop: { loss: 1, gradient: 0 } });
  expect(now().step).toBe(1);
});

it('thresholds have a range', () => {
  expect(after(setStop, { loss: 0.5, gradient: 2 }).learning.stop).toEqual({ loss: 0.5, gradient: 2 });
  expect(failureOf(setStop, { loss: -1, gradient: 0 })).toMatchObject({ field: 'stop-loss' });
  expect(failureOf(setStop, { loss: 0, gradient: NaN })).toMatchObject({ field: 'stop-gradient' });
});
