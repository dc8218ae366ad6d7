/** The learning session on a real device, and what becomes of a run when that device goes away. */
import { afterEach, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import {
  LearningSession,
  logLines,
  type LearningSetup,
  type SessionState,
} from '../../src/state/learning-session.ts';
import { openWatchedEngine, type OpenedEngine } from '../engine/gpu/gpu-fixture.ts';

const article: LearningSetup = { ...DEFAULT_DOCUMENT.learning, image: DEFAULT_DOCUMENT.edges.image };

let host: EngineHost;
let session: LearningSession;
let opened: OpenedEngine[] = [];

function begin(setup: LearningSetup): void {
  opened = [];
  host = createEngineHost(async () => {
    const next = await openWatchedEngine();
    opened.push(next);
    return next.engine;
  });
  session = new LearningSession(host, () => new Promise((resolve) => setTimeout(resolve, 0)));
  session.configure(setup);
}

async function finished(): Promise<SessionState> {
  await expect.poll(() => session.$session.get().status, { interval: 1, timeout: 20_000 }).toBe('finished');
  return session.$session.get();
}

afterEach(() => {
  session.dispose();
  host.dispose();
});

it("learns as the article's program prints", async () => {
  begin(article);
  session.run('fast');
  const { losses, kernel } = await finished();
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
  begin({ ...article, steps: 100 });
  session.run('fast');
  const undisturbed = await finished();
  session.reset();
  session.run(1000);
  await expect.poll(() => session.$session.get().step, { interval: 1, timeout: 20_000 }).toBeGreaterThan(3);
  opened[0]?.device.destroy();
  const { losses, kernel } = await finished();
  expect({ losses, kernel }).toEqual({ losses: undisturbed.losses, kernel: undisturbed.kernel });
  expect(host.$losses.get()).toBe(1);
  expect(opened).toHaveLength(2);
  expect(opened.flatMap(({ strayErrors }) => strayErrors)).toEqual([]);
}, 60_000);
