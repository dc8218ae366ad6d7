/** Step, run, pause and reset, in any order. */
import { expect, it } from 'vitest';
import { HeldReports } from './held-reports.ts';
import { ARTICLE, begin, nextTask, runThrough } from './learning-fixture.ts';

it('step takes one, any number of times', async () => {
  const { session, now, past } = begin();
  session.step();
  await past(0);
  expect(now()).toMatchObject({ status: 'paused', losses: { length: 1 } });
  session.step();
  session.step();
  await past(2);
  expect(now().trace.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
});

it('the last step finishes the run, and no step goes beyond', async () => {
  const { session, now, until } = begin({ ...ARTICLE, steps: 2 });
  for (let i = 0; i < 5; i++) session.step();
  await until('finished');
  session.step();
  session.run('fast');
  await nextTask();
  expect(now()).toMatchObject({ status: 'finished', step: 2, losses: { length: 2 } });
});

it('runs at the speed that was asked for', async () => {
  const { session, seen, until } = begin({ ...ARTICLE, steps: 4 });
  const startedMs = performance.now();
  session.run(50);
  await until('finished');
  expect(performance.now() - startedMs).toBeGreaterThan(60);
  expect(seen.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1])).toEqual([0, 1, 2, 3, 4]);
});

it('pauses, and goes on where it was', async () => {
  const { session, now, past } = begin({ ...ARTICLE, steps: 100_000 });
  session.run(200);
  await past(2);
  session.pause();
  const { step } = now();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(now().status).toBe('paused');
  expect(now().step).toBeLessThanOrEqual(step + 1);
  session.run(200);
  await past(step + 2);
});

it('a report that comes after a pause counts, and the run stays paused', async () => {
  const held = new HeldReports();
  const { session, now, past } = begin(ARTICLE, held.open);
  session.run('fast');
  await held.onItsWay();
  session.pause();
  held.letThrough();
  await past(0);
  await nextTask();
  expect(now()).toMatchObject({ status: 'paused', step: 1, losses: { length: 1 } });
});

it('a report that comes after a reset does not count', async () => {
  const held = new HeldReports();
  const { session, now } = begin(ARTICLE, held.open);
  session.run('fast');
  await held.onItsWay();
  session.reset();
  const fresh = now();
  held.letThrough();
  await nextTask();
  expect(now()).toBe(fresh);
});

it('pause and run at once leave one loop', async () => {
  const { session, now, until } = begin({ ...ARTICLE, steps: 50 });
  for (let i = 0; i < 5; i++) {
    session.run(1000);
    session.pause();
  }
  session.run(1000);
  await until('finished');
  expect(now()).toMatchObject({ step: 50, losses: { length: 50 } });
});

it('takes many steps a report when it runs fast', async () => {
  const { session, until } = begin({ ...ARTICLE, steps: 100_000 });
  session.run('fast');
  const { trace, losses, kernel } = await until('finished');
  expect(losses).toHaveLength(100_000);
  expect(losses.every(Number.isFinite)).toBe(true);
  expect(kernel.values.map((weight) => weight.toFixed(5))).toEqual(['1.00000', '-1.00000']);
  expect(trace.length).toBeLessThan(1000);
  expect(trace.at(-1)?.step).toBe(100_000);
}, 20_000);

it('feels its way again when it turns fast after a slow stretch', async () => {
  const { session, now, until, past } = begin({ ...ARTICLE, steps: 10_000 });
  session.run(1000);
  await past(8);
  session.pause();
  await nextTask();
  const from = now().trace.length - 1;
  session.run('fast');
  const { trace } = await until('finished');
  const sizes = trace.slice(from).map(({ step }, i, all) => step - (all[i - 1]?.step ?? step));
  expect(Math.max(...sizes.slice(0, 3))).toBeLessThanOrEqual(2);
});

it('learns the same numbers fast, slowly and step by step', async () => {
  const setup = { ...ARTICLE, steps: 30 };
  const fast = await runThrough(setup);
  const slow = begin(setup);
  slow.session.run(1000);
  const stepped = begin(setup);
  for (let i = 0; i < 30; i++) stepped.session.step();
  for (const { until } of [slow, stepped]) {
    const { losses, kernel } = await until('finished');
    expect({ losses, kernel }).toEqual({ losses: fast.losses, kernel: fast.kernel });
  }
});

it('begins again from the same start, and learns the same', async () => {
  const { session, now, until } = begin();
  session.run('fast');
  const first = await until('finished');
  session.reset();
  expect(now()).toMatchObject({
    status: 'ready',
    step: 0,
    losses: [],
    kernel: first.trace[0] && { values: first.trace[0].weights },
  });
  session.run('fast');
  const second = await until('finished');
  expect({ losses: second.losses, kernel: second.kernel }).toEqual({
    losses: first.losses,
    kernel: first.kernel,
  });
});

it('a step that was asked for before a reset does not count after it', async () => {
  const { session, now, past } = begin();
  session.step();
  session.step();
  session.reset();
  session.step();
  await past(0);
  await nextTask();
  await nextTask();
  expect(now().step).toBe(1);
});

it('frees the trainer, and going on fetches it again', async () => {
  const undisturbed = await runThrough(ARTICLE);
  const { session, until, past } = begin(ARTICLE);
  session.step();
  await past(0);
  session.dispose();
  session.run('fast');
  expect((await until('finished')).losses).toEqual(undisturbed.losses);
});
