/** Another number of steps moves the end of a run; it does not begin anew unless the end has been passed. */
import { expect, it } from 'vitest';
import { HeldReports } from './held-reports.ts';
import { ARTICLE, begin, nextTask, runThrough, typed } from './learning-fixture.ts';

const stepsTo = (steps: number) => ({ ...ARTICLE, steps });

it('a finished run goes on to a later end, as if it had been asked for at once', async () => {
  const atOnce = await runThrough(stepsTo(25));
  const { session, now, until } = begin(stepsTo(10));
  session.run('fast');
  const first = await until('finished');
  session.configure(stepsTo(25));
  expect(now()).toMatchObject({ status: 'paused', step: 10, losses: first.losses, kernel: first.kernel });
  session.run('fast');
  const { step, losses, kernel } = await until('finished');
  expect({ step, losses, kernel }).toEqual({ step: 25, losses: atOnce.losses, kernel: atOnce.kernel });
});

it('the end moves away from a run that goes on', async () => {
  const { session, seen, until, past } = begin(stepsTo(5_000));
  session.run('fast');
  await past(0);
  session.configure(stepsTo(4_900));
  const { losses } = await until('finished');
  expect(losses).toHaveLength(4_900);
  const steps = seen.map(({ step }) => step);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

it('a report on its way to the old end does not finish the run', async () => {
  const held = new HeldReports();
  const { session, now, past } = begin(stepsTo(1), held.open);
  session.step();
  await held.onItsWay();
  session.configure(stepsTo(2));
  held.letThrough();
  await past(0);
  expect(now()).toMatchObject({ status: 'paused', step: 1 });
});

it('an end where the run stands finishes it', async () => {
  const { session, now, past } = begin(stepsTo(10));
  session.step();
  session.step();
  await past(1);
  session.configure(stepsTo(2));
  expect(now()).toMatchObject({ status: 'finished', step: 2 });
});

it('an end before where the run stands begins it anew', async () => {
  const { session, now, until } = begin(stepsTo(10));
  session.run('fast');
  await until('finished');
  session.configure(stepsTo(9));
  expect(now()).toMatchObject({ status: 'ready', step: 0, losses: [] });
});

it('an end before the report that is on its way begins it anew', async () => {
  const held = new HeldReports();
  const { session, now, past } = begin(stepsTo(10), held.open);
  session.step();
  await held.onItsWay();
  held.letThrough();
  await past(0);
  session.step();
  await held.onItsWay();
  session.configure(stepsTo(1));
  expect(now()).toMatchObject({ status: 'ready', step: 0 });
  held.letThrough();
  await nextTask();
  expect(now()).toMatchObject({ status: 'ready', step: 0, losses: [] });
});

it('no report goes past an end that moved towards it', async () => {
  for (const steps of [1, 2, 3, 5, 8]) {
    const { session, until, past } = begin(stepsTo(5_000));
    session.run('fast');
    await past(0);
    session.configure(stepsTo(steps));
    session.run('fast');
    const { step, losses } = await until('finished');
    expect({ step, count: losses.length }).toEqual({ step: steps, count: steps });
  }
});

it('more steps do not help a run that diverged', async () => {
  const fatal = { ...ARTICLE, start: typed(0.5, 0.25), rate: 0.04, steps: 1000 };
  const { session, now, until } = begin(fatal);
  session.run('fast');
  const { step } = await until('diverged');
  session.configure({ ...fatal, steps: 2000 });
  expect(now()).toMatchObject({ status: 'diverged', step, problem: { code: 'diverged' } });
});
