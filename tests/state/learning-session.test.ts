import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, type Engine, type TrainingProblem } from '../../src/engine/index.ts';
import {
  DEFAULT_DOCUMENT,
  filledGrid,
  type LearningStart,
  type NumberGrid,
} from '../../src/state/document.ts';
import { createEngineHost, type EngineHost } from '../../src/state/engine-host.ts';
import {
  LearningSession,
  logLines,
  type LearningSetup,
  type SessionState,
} from '../../src/state/learning-session.ts';
import training from '../fixtures/training.json';
import { openLosableEngine, type LosableEngine } from './losable-engine.ts';

const article: LearningSetup = { ...DEFAULT_DOCUMENT.learning, image: DEFAULT_DOCUMENT.edges.image };
const typed = (...values: number[]): LearningStart => ({
  kind: 'typed',
  kernel: { rows: 1, columns: 2, values },
});
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

let host: EngineHost;
let session: LearningSession;
let seen: SessionState[] = [];

function begin(
  setup: LearningSetup,
  open: () => Promise<Engine> = () => openEngine({ prefer: 'cpu' }),
): void {
  host = createEngineHost(open);
  session = new LearningSession(host, nextTask);
  session.configure(setup);
  seen = [];
  session.$session.listen((state) => seen.push(state));
}

const now = (): SessionState => session.$session.get();

async function until(status: SessionState['status']): Promise<SessionState> {
  await expect.poll(() => now().status, { interval: 1, timeout: 5000 }).toBe(status);
  return now();
}

const atStep = (step: number) => expect.poll(() => now().step, { interval: 1 }).toBe(step);

async function runThrough(setup: LearningSetup): Promise<SessionState> {
  begin(setup);
  session.run('fast');
  return until('finished');
}

beforeEach(() => {
  begin(article);
});

afterEach(() => {
  session.dispose();
  host.dispose();
});

describe("the article's run", () => {
  it('prints its losses and ends at its kernel', async () => {
    session.run('fast');
    const { step, losses, kernel, problem } = await until('finished');
    expect(
      logLines(losses).map(({ epoch, loss }) => `epoch ${String(epoch)}, loss ${loss.toFixed(3)}`),
    ).toEqual([
      'epoch 2, loss 9.470',
      'epoch 4, loss 2.939',
      'epoch 6, loss 1.046',
      'epoch 8, loss 0.402',
      'epoch 10, loss 0.160',
    ]);
    expect(kernel.values.map((weight) => weight.toFixed(4))).toEqual(['1.0307', '-0.9488']);
    expect({ step, problem }).toEqual({ step: 10, problem: null });
  });

  it('knows which rates converge before it starts: 1/30, best 1/36', () => {
    const { limits, status, step, gradient } = now();
    expect(limits?.largestStable).toBeCloseTo(1 / 30, 12);
    expect(limits?.best).toBeCloseTo(1 / 36, 12);
    expect({ status, step, gradient }).toEqual({ status: 'ready', step: 0, gradient: null });
    expect(limits?.largest).toBeCloseTo(Math.max(...training.hessian_eigenvalues), 9);
  });

  it('traces the kernel from its start', async () => {
    session.run('fast');
    const { trace, kernel, gradient } = await until('finished');
    expect(trace[0]).toEqual({ step: 0, kernel: [0.492331, 0.270422] });
    expect(trace.at(-1)).toEqual({ step: 10, kernel: kernel.values });
    expect(gradient).toMatchObject({ rows: 1, columns: 2 });
  });

  it('follows the reference run of torch.optim from zeros, step by step', async () => {
    const reference = training.runs.find(({ optimizer, start }) => optimizer === 'sgd' && start === 'zeros');
    expect(reference?.epochs).toHaveLength(10);
    const { losses, kernel } = await runThrough({ ...article, start: { kind: 'zeros' } });
    reference?.epochs.forEach(({ loss }, i) => {
      expect(losses[i]).toBeCloseTo(loss, 4);
    });
    kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo(reference?.epochs.at(-1)?.kernel[i] ?? NaN, 5);
    });
  });
});

describe('controls', () => {
  it('step takes one, any number of times', async () => {
    session.step();
    await atStep(1);
    expect(now()).toMatchObject({ status: 'paused', losses: { length: 1 } });
    session.step();
    session.step();
    await atStep(3);
    expect(now().trace.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  });

  it('the last step finishes the run, and no step goes beyond', async () => {
    begin({ ...article, steps: 2 });
    for (let i = 0; i < 5; i++) session.step();
    await until('finished');
    session.step();
    session.run('fast');
    await nextTask();
    expect(now()).toMatchObject({ status: 'finished', step: 2, losses: { length: 2 } });
  });

  it('runs at the speed that was asked for', async () => {
    begin({ ...article, steps: 4 });
    const startedMs = performance.now();
    session.run(50);
    await until('finished');
    expect(performance.now() - startedMs).toBeGreaterThan(60);
    expect(seen.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1])).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('pauses, and goes on where it was', async () => {
    begin({ ...article, steps: 100_000 });
    session.run(200);
    await expect.poll(() => now().step, { interval: 1 }).toBeGreaterThan(2);
    session.pause();
    const { step } = now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(now().status).toBe('paused');
    expect(now().step).toBeLessThanOrEqual(step + 1);
    session.run(200);
    await expect.poll(() => now().step, { interval: 1 }).toBeGreaterThan(step + 2);
  });

  it('pause and run at once leave one loop', async () => {
    begin({ ...article, steps: 50 });
    for (let i = 0; i < 5; i++) {
      session.run(1000);
      session.pause();
    }
    session.run(1000);
    await until('finished');
    expect(now()).toMatchObject({ step: 50, losses: { length: 50 } });
  });

  it('takes many steps a report when it runs fast', async () => {
    begin({ ...article, steps: 20_000 });
    session.run('fast');
    const { trace, losses } = await until('finished');
    expect(losses).toHaveLength(20_000);
    expect(trace.length).toBeLessThan(1000);
    expect(trace.at(-1)?.step).toBe(20_000);
  });

  it('begins again from the same start, and learns the same', async () => {
    session.run('fast');
    const first = await until('finished');
    session.reset();
    expect(now()).toMatchObject({
      status: 'ready',
      step: 0,
      losses: [],
      kernel: first.trace[0] && { values: first.trace[0].kernel },
    });
    session.run('fast');
    const second = await until('finished');
    expect({ losses: second.losses, kernel: second.kernel }).toEqual({
      losses: first.losses,
      kernel: first.kernel,
    });
  });

  it('a step that was asked for before a reset does not count after it', async () => {
    session.step();
    session.step();
    session.reset();
    session.step();
    await atStep(1);
    await nextTask();
    await nextTask();
    expect(now().step).toBe(1);
  });
});

describe('set-ups', () => {
  it('another one begins anew, even in mid-run', async () => {
    begin({ ...article, steps: 100_000 });
    session.run('fast');
    await expect.poll(() => now().step, { interval: 1 }).toBeGreaterThan(0);
    session.configure({ ...article, rate: 0.02, start: { kind: 'zeros' } });
    expect(now()).toMatchObject({ status: 'ready', step: 0, kernel: { values: [0, 0] } });
    await nextTask();
    await nextTask();
    expect(now()).toMatchObject({ status: 'ready', step: 0 });
    session.run('fast');
    expect((await until('finished')).step).toBe(10);
  });

  it('the same one changes nothing', async () => {
    session.step();
    await atStep(1);
    session.configure({ ...article, image: { ...article.image } });
    expect(now().step).toBe(1);
  });

  it('a picture without edges gives no gradient and any rate', async () => {
    const { limits, kernel, losses } = await runThrough({ ...article, image: filledGrid(6, 8, 0), rate: 10 });
    expect(limits).toMatchObject({ largestStable: Infinity, best: Infinity });
    expect(losses).toEqual(Array(10).fill(0));
    kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo([0.492331, 0.270422][i] ?? NaN, 6);
    });
  });
});

describe('divergence', () => {
  const fatal = { ...article, start: typed(0.5, 0.25), rate: 0.04, steps: 1000 };

  it('stops long before anything is non-finite and says which rate would do', async () => {
    begin(fatal);
    session.run('fast');
    const { problem, losses, kernel, step } = await until('diverged');
    expect(problem).toMatchObject({ code: 'diverged', rate: 0.04, step });
    expect(problem).toHaveProperty('largestStable', expect.closeTo(1 / 30, 12));
    expect(problem).toHaveProperty('best', expect.closeTo(1 / 36, 12));
    expect([...losses, ...kernel.values].every(Number.isFinite)).toBe(true);
    expect(losses).toHaveLength(step);
    // The error along (1, 1) grows by (1 − 0.04 · 60)² = 1.96 a step: 1000 times after at least 10 steps.
    expect(step).toBeGreaterThan(10);
    expect(step).toBeLessThan(100);
  });

  it('stops in single steps, too', async () => {
    begin(fatal);
    for (let i = 0; i < 40; i++) session.step();
    expect((await until('diverged')).step).toBeLessThan(20);
    session.step();
    session.run('fast');
    expect(now().status).toBe('diverged');
    session.reset();
    expect(now()).toMatchObject({ status: 'ready', step: 0, problem: null });
  });

  it('stays finite at the largest rate, weights and picture', async () => {
    const weights = { rows: 7, columns: 7, values: Array<number>(49).fill(9999) };
    begin({
      image: filledGrid(16, 16, 1),
      teacher: weights,
      start: { kind: 'typed', kernel: { ...weights, values: weights.values.map((weight) => -weight) } },
      rate: 10,
      steps: 100_000,
    });
    session.run('fast');
    await until('diverged');
    for (const { losses, kernel, gradient } of seen) {
      expect([...losses, ...kernel.values, ...(gradient?.values ?? [])].every(Number.isFinite)).toBe(true);
    }
  });

  it('is not what happens from zeros at 0.04: no error along the steep direction', async () => {
    const { kernel } = await runThrough({ ...fatal, start: { kind: 'zeros' }, steps: 200 });
    expect(kernel.values[0]).toBeCloseTo(1, 5);
    expect(kernel.values[1]).toBeCloseTo(-1, 5);
  });

  it('is not what a start at the solution does', async () => {
    const { losses } = await runThrough({ ...article, start: typed(1, -1), steps: 500 });
    expect(losses).toEqual(Array(500).fill(0));
  });

  it('keeps the last finite state when numbers overflow all the same', async () => {
    const real = await openEngine({ prefer: 'cpu' });
    const overflowing = async (problem: TrainingProblem) => {
      const trainer = await real.train(problem);
      const advance = async (steps: number) => {
        const report = await trainer.advance(steps);
        return report.step < 3
          ? report
          : { ...report, kernel: { ...report.kernel, data: Float32Array.of(Infinity, 0) } };
      };
      return {
        advance,
        dispose: () => {
          trainer.dispose();
        },
      };
    };
    begin(article, () =>
      Promise.resolve({
        ...real,
        info: real.info,
        correlate: real.correlate.bind(real),
        train: overflowing,
        dispose: () => undefined,
      }),
    );
    for (let i = 0; i < 4; i++) session.step();
    const { step, kernel, losses } = await until('diverged');
    expect(step).toBe(2);
    expect(losses).toHaveLength(2);
    expect(kernel.values.every(Number.isFinite)).toBe(true);
  });
});

describe('a device lost in mid-run', () => {
  it('is replaced: the run goes on from where it was with the same numbers', async () => {
    const undisturbed = await runThrough({ ...article, steps: 200 });
    const engines: LosableEngine[] = [];
    begin({ ...article, steps: 200 }, async () => {
      const engine = await openLosableEngine();
      engines.push(engine);
      return engine;
    });
    session.run(1000);
    await expect.poll(() => now().step, { interval: 1 }).toBeGreaterThan(3);
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

  it('goes on after the engine was changed by hand', async () => {
    const undisturbed = await runThrough(article);
    begin(article);
    session.step();
    session.step();
    await atStep(2);
    host.choose('cpu');
    session.run('fast');
    const { losses, kernel } = await until('finished');
    expect({ losses, kernel }).toEqual({ losses: undisturbed.losses, kernel: undisturbed.kernel });
  });

  it('an engine that cannot go on is told in its own words; a reset begins anew', async () => {
    let failures = 2;
    begin(article, () =>
      failures-- > 0 ? Promise.reject(new Error('no script')) : openEngine({ prefer: 'cpu' }),
    );
    session.run('fast');
    expect((await until('failed')).problem).toEqual({ code: 'engine', detail: 'no script' });
    session.reset();
    session.run('fast');
    expect((await until('finished')).step).toBe(10);
  });
});

describe('disposing', () => {
  it('frees the trainer, and going on fetches it again', async () => {
    const undisturbed = await runThrough(article);
    begin(article);
    session.step();
    await atStep(1);
    session.dispose();
    session.run('fast');
    expect((await until('finished')).losses).toEqual(undisturbed.losses);
  });
});

it('a line every second epoch', () => {
  expect(logLines([5, 4, 3, 2, 1])).toEqual([
    { epoch: 2, loss: 4 },
    { epoch: 4, loss: 2 },
  ]);
});

it('learns any teacher that the picture tells apart', async () => {
  const teacher: NumberGrid = { rows: 2, columns: 2, values: [0.5, -1, 2, 0.25] };
  const image: NumberGrid = { rows: 4, columns: 4, values: [1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0] };
  begin({ image, teacher, start: { kind: 'torch', seed: 1 }, rate: 0.05, steps: 3000 });
  expect(now().limits?.largestStable).toBeGreaterThan(0.05);
  session.run('fast');
  const { kernel } = await until('finished');
  kernel.values.forEach((weight, i) => {
    expect(weight).toBeCloseTo(teacher.values[i] ?? NaN, 3);
  });
});
