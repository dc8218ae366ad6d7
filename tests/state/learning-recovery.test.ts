/** A run outlives its engine. */
import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { ARTICLE, begin, runThrough } from './learning-fixture.ts';
import { openLosableEngine, type LosableEngine } from './losable-engine.ts';

it('a lost device is replaced: the run goes on from where it was with the same numbers', async () => {
  const undisturbed = await runThrough({ ...ARTICLE, steps: 200 }, openLosableEngine);
  const engines: LosableEngine[] = [];
  const { session, host, seen, until, past } = begin({ ...ARTICLE, steps: 200 }, async () => {
    const engine = await openLosableEngine();
    engines.push(engine);
    return engine;
  });
  session.run(1000);
  await past(3);
  engines[0]?.lose();
  const { losses, kernel, step } = await until('finished');
  expect({ losses, kernel, step }).toEqual({
    losses: undisturbed.losses,
    kernel: undisturbed.kernel,
    step: 200,
  });
  expect(engines).toHaveLength(2);
  expect(host.$losses.get()).toBe(1);
  const steps = seen.map((state) => state.step);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

it('a run goes on after the engine was changed by hand', async () => {
  const undisturbed = await runThrough(ARTICLE);
  const { session, host, until, past } = begin(ARTICLE);
  session.step();
  session.step();
  await past(1);
  host.choose('cpu');
  session.run('fast');
  const { losses, kernel } = await until('finished');
  expect({ losses, kernel }).toEqual({ losses: undisturbed.losses, kernel: undisturbed.kernel });
});

it('an engine that cannot go on is told in its own words; a reset begins anew', async () => {
  let failures = 2;
  const { session, until } = begin(ARTICLE, () =>
    failures-- > 0 ? Promise.reject(new Error('no script')) : openEngine({ prefer: 'cpu' }),
  );
  session.run('fast');
  expect((await until('failed')).problem).toEqual({ code: 'engine', detail: 'no script' });
  session.reset();
  session.run('fast');
  expect((await until('finished')).step).toBe(10);
});
