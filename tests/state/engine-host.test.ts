import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DisposedError, ShaderError, WorkerError, type Engine } from '../../src/engine/index.ts';
import { makeTensor } from '../../src/math/tensor.ts';
import { createEngineHost, type EngineChoice, type EngineHost } from '../../src/state/engine-host.ts';
import { openLosableEngine, type LosableEngine } from './losable-engine.ts';

const image = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
const kernel = makeTensor([1, 1, 2, 2], [0, 1, 2, 3]);
const correlate = (engine: Engine) => engine.correlate(image, kernel).then(({ data }) => [...data]);
const RESPONSE = [19, 25, 37, 43];

let asked: EngineChoice[] = [];
let opened: LosableEngine[] = [];
let nowMs = 0;
let host: EngineHost;

async function open(choice: EngineChoice): Promise<Engine> {
  asked.push(choice);
  const engine = await openLosableEngine(choice === 'cpu' ? 'cpu' : 'webgpu');
  opened.push(engine);
  return engine;
}

beforeEach(() => {
  asked = [];
  opened = [];
  nowMs = 0;
  host = createEngineHost(open, 'auto', () => nowMs);
});

afterEach(() => {
  host.dispose();
});

/** Loses the newest engine and computes on whatever follows it. */
async function loseAndUse(error?: Error): Promise<void> {
  opened.at(-1)?.lose(error);
  expect(await host.use(correlate)).toEqual(RESPONSE);
}

describe('opening', () => {
  it('says who computes once it is open', async () => {
    expect(host.$engine.get()).toEqual({ status: 'opening' });
    expect(await host.use(correlate)).toEqual(RESPONSE);
    expect(host.$engine.get()).toMatchObject({ status: 'ready', info: { kind: 'webgpu', fallback: null } });
  });

  it('opens another by choice and frees the last', async () => {
    await host.use(correlate);
    host.choose('cpu');
    expect(host.$engine.get()).toEqual({ status: 'opening' });
    expect(await host.use(correlate)).toEqual(RESPONSE);
    expect(host.$engine.get()).toMatchObject({ info: { kind: 'cpu', fallback: null } });
    expect(opened.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('who hears of the choice computes on the engine that was chosen', async () => {
    await host.use(correlate);
    const kinds: Promise<string>[] = [];
    host.$choice.listen(() => kinds.push(host.use((engine) => Promise.resolve(engine.info.kind))));
    host.choose('cpu');
    expect(await Promise.all(kinds)).toEqual(['cpu']);
  });

  it('opens nothing for the choice that stands', async () => {
    await host.use(correlate);
    host.choose('auto');
    await host.use(correlate);
    expect(asked).toEqual(['auto']);
  });

  it('a late engine does not take the place of a newer choice', async () => {
    let release: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    const gpu = await openLosableEngine();
    host.dispose();
    host = createEngineHost((choice) => (choice === 'cpu' ? open(choice) : late.then(() => gpu)));
    host.choose('cpu');
    await host.use(correlate);
    release();
    await expect.poll(() => gpu.disposed).toBe(true);
    expect(host.$engine.get()).toMatchObject({ info: { kind: 'cpu' } });
  });

  it('work under way starts again on the engine that was chosen', async () => {
    await host.use(correlate);
    const result = host.use(correlate);
    host.choose('cpu');
    expect(await result).toEqual(RESPONSE);
    expect(host.$losses.get()).toBe(0);
  });

  it('work under way outlives any number of choices', async () => {
    await host.use(correlate);
    let starts = 0;
    const result = host.use(async (engine) => {
      if (++starts <= 10) host.choose(starts % 2 === 0 ? 'auto' : 'cpu');
      return correlate(engine);
    });
    expect(await result).toEqual(RESPONSE);
    expect(starts).toBe(11);
    expect(host.$losses.get()).toBe(0);
  });

  it('an opening that failed is told to who waited, and tried again', async () => {
    let failures = 1;
    host.dispose();
    host = createEngineHost((choice) =>
      failures-- > 0 ? Promise.reject(new Error('no script')) : open(choice),
    );
    await expect(host.use(correlate)).rejects.toThrow('no script');
    expect(await host.use(correlate)).toEqual(RESPONSE);
    expect(host.$engine.get().status).toBe('ready');
  });
});

describe('a lost device', () => {
  it('is replaced by a new one of the same choice, and the work is done again', async () => {
    await host.use(correlate);
    await loseAndUse();
    expect(asked).toEqual(['auto', 'auto']);
    expect(host.$losses.get()).toBe(1);
    expect(host.$engine.get()).toMatchObject({ status: 'ready', info: { kind: 'webgpu', fallback: null } });
    expect(opened[0]?.disposed).toBe(true);
  });

  it('is replaced once for all who saw it go', async () => {
    await host.use(correlate);
    opened[0]?.lose();
    const all = await Promise.all([host.use(correlate), host.use(correlate), host.use(correlate)]);
    expect(all).toEqual([RESPONSE, RESPONSE, RESPONSE]);
    expect(asked).toEqual(['auto', 'auto']);
    expect(host.$losses.get()).toBe(1);
  });

  it('that is lost while it computes gives no partial result', async () => {
    await host.use(correlate);
    const result = host.use(correlate);
    opened[0]?.lose();
    expect(await result).toEqual(RESPONSE);
    expect(host.$losses.get()).toBe(1);
  });

  it('is a worker that stopped, too', async () => {
    await host.use(correlate);
    await loseAndUse(new WorkerError('out of memory'));
    expect(host.$losses.get()).toBe(1);
  });

  it('three times in a minute: the CPU computes for the rest of the visit, and says why', async () => {
    await host.use(correlate);
    for (let i = 0; i < 3; i++) await loseAndUse();
    expect(asked).toEqual(['auto', 'auto', 'auto', 'cpu']);
    const info = {
      kind: 'cpu',
      fallback: { reason: 'device-lost', detail: expect.stringContaining('a hung driver') as string },
    };
    expect(host.$engine.get()).toMatchObject({ info });
    nowMs += 3_600_000;
    await loseAndUse(new WorkerError('out of memory'));
    expect(asked.at(-1)).toBe('cpu');
  });

  it('three times in an hour: the GPU goes on', async () => {
    await host.use(correlate);
    for (let i = 0; i < 3; i++) {
      nowMs += 60_000;
      await loseAndUse();
    }
    expect(asked).toEqual(['auto', 'auto', 'auto', 'auto']);
  });

  it('at every opening ends with the CPU', async () => {
    host.dispose();
    host = createEngineHost(async (choice) => {
      const engine = await openLosableEngine(choice === 'cpu' ? 'cpu' : 'webgpu');
      if (choice !== 'cpu') engine.lose();
      return engine;
    });
    expect(await host.use(correlate)).toEqual(RESPONSE);
    expect(host.$engine.get()).toMatchObject({ info: { kind: 'cpu', fallback: { reason: 'device-lost' } } });
  });

  it('a new choice is a new start', async () => {
    await host.use(correlate);
    for (let i = 0; i < 3; i++) await loseAndUse();
    host.choose('webgpu');
    await host.use(correlate);
    expect(asked.at(-1)).toBe('webgpu');
    expect(host.$engine.get()).toMatchObject({ info: { kind: 'webgpu', fallback: null } });
  });
});

describe('other errors', () => {
  it('go to who asked; no engine is opened for them', async () => {
    await host.use(correlate);
    const error = new ShaderError({ code: 'shader', file: 'loss.wgsl', line: 1, detail: 'x' });
    await expect(host.use(() => Promise.reject(error))).rejects.toBe(error);
    await expect(host.use((engine) => engine.correlate(kernel, image))).rejects.toMatchObject({
      problem: { code: 'window-exceeds-image' },
    });
    expect(asked).toEqual(['auto']);
    expect(host.$losses.get()).toBe(0);
  });

  it('a host that was disposed computes nothing more', async () => {
    await host.use(correlate);
    host.dispose();
    await expect(host.use(correlate)).rejects.toBeInstanceOf(DisposedError);
    expect(opened[0]?.disposed).toBe(true);
    expect(asked).toEqual(['auto']);
  });
});
