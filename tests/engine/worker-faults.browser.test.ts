import { afterEach, describe, expect, test, vi } from 'vitest';
import { DeviceLostError, openEngineInWorker, WorkerError, type Engine } from '../../src/engine/index.ts';
import { COUNTING_IMAGE, COUNTING_KERNEL } from '../../src/math/article.ts';
import faultyWorkerUrl from './faulty-worker.ts?worker&url';
import type { Fault } from './faulty-worker.ts';
import { requireKind } from './require-kind.ts';
import { makeArticleProblem } from './suite/article-problem.ts';
import { rejectionOf } from './suite/rejection.ts';

const openCpu = () => openEngineInWorker({ prefer: 'cpu' });
const openWebGpu = async () =>
  requireKind('webgpu', await openEngineInWorker({ prefer: 'webgpu', insist: true }));

const NativeWorker = Worker;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** From now on `new Worker` gives what `create` makes; returns all that were made. */
function replaceWorkers(create: (options?: WorkerOptions) => Worker): Worker[] {
  const made: Worker[] = [];
  vi.stubGlobal('Worker', function (_: string | URL, options?: WorkerOptions) {
    const worker = create(options);
    made.push(worker);
    return worker;
  });
  return made;
}

/** An engine whose worker breaks on command. */
async function openFaulty(open: () => Promise<Engine>) {
  const workers = replaceWorkers((options) => new NativeWorker(faultyWorkerUrl, options));
  const engine = await open();
  const breakWorker = (fault: Fault) => workers[0]?.postMessage({ fault });
  return { engine, breakWorker };
}

describe('when something breaks', { timeout: 30_000 }, () => {
  test('a lost device arrives as DeviceLostError, for what is under way and afterwards', async () => {
    const { engine, breakWorker } = await openFaulty(openWebGpu);
    const trainer = await engine.train(makeArticleProblem([0, 0]));
    const refused = rejectionOf(trainer.advance(20_000));
    breakWorker('lose-device');
    expect(await refused).toBeInstanceOf(DeviceLostError);
    const later = await rejectionOf(engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL));
    expect(later).toBeInstanceOf(DeviceLostError);
    expect(later).toMatchObject({ problem: { code: 'device-lost', reason: 'destroyed' } });
    engine.dispose();
  });

  test('a crashed worker is a WorkerError, for what is under way and afterwards', async () => {
    const { engine, breakWorker } = await openFaulty(openCpu);
    const trainer = await engine.train(makeArticleProblem([0, 0]));
    breakWorker('crash');
    const refused = [trainer.advance(2 ** 26), engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL)].map(
      rejectionOf,
    );
    for (const error of await Promise.all(refused)) expect(error).toBeInstanceOf(WorkerError);
    const later = await rejectionOf(engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL));
    expect(later).toMatchObject({ name: 'WorkerError', problem: { code: 'worker' } });
    expect((later as WorkerError).problem.detail).toContain('crashed on command');
    engine.dispose();
  });

  test.each([
    [
      'cannot be made',
      () => {
        throw new DOMException('no workers here', 'SecurityError');
      },
    ],
    [
      'has a script that does not load',
      (options?: WorkerOptions) => new NativeWorker('/no-such-script.js', options),
    ],
  ])('a worker that %s: the engine opens in the page', async (_, create) => {
    replaceWorkers(create);
    const engine = await openCpu();
    expect(engine.info.kind).toBe('cpu');
    expect([...(await engine.correlate(COUNTING_IMAGE, COUNTING_KERNEL)).data]).toEqual([19, 25, 37, 43]);
    engine.dispose();
  });
});
