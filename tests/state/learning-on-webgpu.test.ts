/** The learning session on a real device, and what becomes of a run when that device goes away. */
import { expect, it } from 'vitest';
import { logLines } from '../../src/state/learning-session.ts';
import { openWatchedEngine, type OpenedEngine } from '../engine/gpu/gpu-fixture.ts';
import { ARTICLE, begin } from './learning-fixture.ts';

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
