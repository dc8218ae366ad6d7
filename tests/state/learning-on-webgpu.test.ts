/** The learning session on a real device, and what becomes of a run when that device goes away. */
import { expect, it } from 'vitest';
import { openEngine } from '../../src/engine/index.ts';
import { logLines } from '../../src/state/learning-session.ts';
import { openWatchedEngine, type OpenedEngine } from '../engine/gpu/gpu-fixture.ts';
import { ARTICLE, begin, runThrough } from './learning-fixture.ts';

const opened: OpenedEngine[] = [];

async function open(): Promise<OpenedEngine['engine']> {
  const next = await openWatchedEngine();
  opened.push(next);
  return next.engine;
}

it("learns as the article's program prints", async () => {
  const { session, host, until } = begin(ARTICLE, open);
  session.run('fast');
  const { losses, kernel } = await until('finished');
  expect(host.$engine.get()).toMatchObject({ info: { kind: 'webgpu' } });
  expect(logLines(losses).map(({ loss }) => loss.toFixed(3))).toEqual([
    '9.470',
    '2.939',
    '1.046',
    '0.402',
    '0.160',
  ]);
  expect(kernel.values.map((weight) => weight.toFixed(4))).toEqual(['1.0307', '-0.9488']);
}, 30_000);

it('goes on with identical numbers when the device is lost in mid-run', async () => {
  opened.length = 0;
  const { session, host, until, past } = begin({ ...ARTICLE, steps: 40 }, open);
  session.run('fast');
  const undisturbed = await until('finished');
  session.reset();
  session.run(1000);
  await past(3);
  opened[0]?.device.destroy();
  const { losses, kernel } = await until('finished');
  expect({ losses, kernel }).toEqual({ losses: undisturbed.losses, kernel: undisturbed.kernel });
  expect(host.$losses.get()).toBe(1);
  expect(opened).toHaveLength(2);
  expect(opened.flatMap(({ strayErrors }) => strayErrors)).toEqual([]);
}, 60_000);

it('goes on on the CPU to the same kernel and losses where the device is lost and no other opens', async () => {
  opened.length = 0;
  const setup = { ...ARTICLE, steps: 40 };
  const undisturbed = await runThrough(setup, open);
  const { session, host, seen, until, past } = begin(setup, () =>
    opened.length < 2 ? open() : openEngine({ prefer: 'cpu' }),
  );
  session.run(1000);
  await past(10);
  opened[1]?.device.destroy();
  const { losses, kernel, step } = await until('finished');
  expect(host.$engine.get()).toMatchObject({ info: { kind: 'cpu' } });
  expect({ step, losses: host.$losses.get() }).toEqual({ step: 40, losses: 1 });
  expect(seen.map((state) => state.step)).toEqual(seen.map((state) => state.step).sort((a, b) => a - b));
  // Until it was lost the device computed these: they stay, and what follows is a sum in another order.
  expect(losses.slice(0, 10)).toEqual(undisturbed.losses.slice(0, 10));
  expectNear(losses, undisturbed.losses);
  expectNear(kernel.values, undisturbed.kernel.values);
  expect(opened.flatMap(({ strayErrors }) => strayErrors)).toEqual([]);
}, 60_000);

/**
 * A step's rounding shrinks by the slower factor of the article's image, 0.8 (η = 0.03, eigenvalues 60 and 12), so that all
 * of a run's is that of five steps, of sums over 42 elements: γ₄₂ = 42 · 2⁻²⁴ of what is largest in them.
 */
function expectNear(actual: readonly number[], expected: readonly number[]): void {
  const allowed = 5 * 42 * 2 ** -24 * Math.max(...expected.map(Math.abs));
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(Math.abs(value - (expected[index] ?? NaN))).toBeLessThanOrEqual(allowed);
  });
}
