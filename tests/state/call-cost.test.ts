import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { createCallCosts, type CallCost } from '../../src/state/call-cost.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import { APP_VERSION } from '../../src/state/version.ts';
import { openLosableEngine } from './losable-engine.ts';

const KEY = 'corr2d:call-cost';
const COST: CallCost = { callMs: 0.4, cpuMultiplyAddsPerSecond: 1e9, crossover: 400_000 };

/** Each engine is an adapter of this name, which measures `cost` and counts how often it is asked. */
interface Visit {
  readonly host: EngineHost;
  readonly measured: () => number;
  readonly costs: ReturnType<typeof createCallCosts>;
  /** Lets what waits for a quiet moment go on. */
  readonly becomeQuiet: () => Promise<void>;
}

function visit(texts: Map<string, string> | null, adapter = 'a card', cost: CallCost = COST): Visit {
  let measured = 0;
  const waiting: (() => void)[] = [];
  const open = async (choice: string): Promise<Engine> => {
    const engine = await openLosableEngine(choice === 'cpu' ? 'cpu' : 'webgpu');
    const measureCallCost = () => Promise.resolve(++measured && cost);
    return { ...engine, info: { ...engine.info, adapter }, ...{ measureCallCost } };
  };
  const host = createEngineHost(open);
  const costs = createCallCosts(
    host,
    () => {
      if (!texts) throw new DOMException('storage is blocked', 'SecurityError');
      return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => texts.set(key, text) };
    },
    () => new Promise<void>((resolve) => waiting.push(resolve)),
  );
  onTestFinished(() => {
    costs.dispose();
    host.dispose();
  });
  const becomeQuiet = async (): Promise<void> => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    for (const resume of waiting.splice(0)) resume();
  };
  return { host, measured: () => measured, costs, becomeQuiet };
}

describe('the cost of a call', () => {
  it('is measured in a quiet moment after the engine opened', async () => {
    const { costs, measured, becomeQuiet } = visit(new Map());
    expect(costs.$cost.get()).toBeNull();
    await becomeQuiet();
    await expect.poll(() => costs.$cost.get()).toEqual(COST);
    expect(measured()).toBe(1);
  });

  it('is remembered for the next visit, which does not measure', async () => {
    const texts = new Map<string, string>();
    const first = visit(texts);
    await first.becomeQuiet();
    await expect.poll(() => first.costs.$cost.get()).toEqual(COST);
    const second = visit(texts);
    await expect.poll(() => second.costs.$cost.get()).toEqual(COST);
    expect(second.measured()).toBe(0);
  });

  it('is unknown on the CPU, and known again on the GPU', async () => {
    const { host, costs, becomeQuiet, measured } = visit(new Map());
    await becomeQuiet();
    await expect.poll(() => costs.$cost.get()).toEqual(COST);
    host.choose('cpu');
    await host.use((engine) => Promise.resolve(engine.info.kind));
    expect(costs.$cost.get()).toBeNull();
    host.choose('auto');
    await expect.poll(() => costs.$cost.get()).toEqual(COST);
    expect(measured()).toBe(1);
  });

  it('is not measured for a GPU that was given up before the quiet moment', async () => {
    const { host, costs, becomeQuiet, measured } = visit(new Map());
    await host.use((engine) => Promise.resolve(engine.info.kind));
    host.choose('cpu');
    await becomeQuiet();
    await host.use((engine) => Promise.resolve(engine.info.kind));
    expect([measured(), costs.$cost.get()]).toEqual([0, null]);
  });
});

describe('what was remembered', () => {
  const kept = (change: object): Map<string, string> =>
    new Map([[KEY, JSON.stringify({ version: APP_VERSION, adapter: 'a card', cost: COST, ...change })]]);

  it('is taken as it was written', async () => {
    const known = { ...COST, crossover: null };
    const { costs, measured } = visit(kept({ cost: known }));
    await expect.poll(() => costs.$cost.get()).toEqual(known);
    expect(measured()).toBe(0);
  });

  it.each([
    ['another adapter', kept({ adapter: 'another card' })],
    ['another version', kept({ version: '0.0.9' })],
    ['a cost below zero', kept({ cost: { ...COST, callMs: -1 } })],
    ['a cost without its parts', kept({ cost: {} })],
    ['no JSON', new Map([[KEY, '{"version":']])],
    ['nothing', new Map<string, string>()],
  ])('does not count when it is of %s', async (_, texts) => {
    const { costs, measured, becomeQuiet } = visit(texts);
    await becomeQuiet();
    await expect.poll(() => costs.$cost.get()).toEqual(COST);
    expect(measured()).toBe(1);
  });

  it('is not needed where storage is blocked', async () => {
    const { costs, measured, becomeQuiet } = visit(null);
    await becomeQuiet();
    await expect.poll(() => costs.$cost.get()).toEqual(COST);
    expect(measured()).toBe(1);
  });
});

it('stays unknown when measuring fails, and computing goes on', async () => {
  const engine = await openLosableEngine('webgpu');
  const failing = { ...engine, measureCallCost: () => Promise.reject(new Error('out of memory')) };
  const host = createEngineHost(() => Promise.resolve(failing));
  const costs = createCallCosts(
    host,
    () => ({ getItem: () => null, setItem: () => undefined }),
    () => Promise.resolve(),
  );
  expect(await host.use(({ info }) => Promise.resolve(info.kind))).toBe('webgpu');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(costs.$cost.get()).toBeNull();
  costs.dispose();
  host.dispose();
});
