import { describe, expect, it } from 'vitest';
import { filledGrid, type NumberGrid } from '../../src/state/document.ts';
import { logLines } from '../../src/state/learning-session.ts';
import training from '../fixtures/training.json';
import { ARTICLE, begin, nextTask, runThrough } from './learning-fixture.ts';

describe("the article's run", () => {
  it('prints its losses and ends at its kernel', async () => {
    const { session, until } = begin();
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
    const { now } = begin();
    const { limits, status, step, gradient } = now();
    expect(limits?.largestStable).toBeCloseTo(1 / 30, 12);
    expect(limits?.best).toBeCloseTo(1 / 36, 12);
    expect({ status, step, gradient }).toEqual({ status: 'ready', step: 0, gradient: null });
    expect(limits?.largest).toBeCloseTo(Math.max(...training.hessian_eigenvalues), 9);
  });

  it('traces the kernel from its start', async () => {
    const { session, until } = begin();
    session.run('fast');
    const { trace, kernel, gradient } = await until('finished');
    expect(trace[0]).toEqual({ step: 0, weights: [0.492331, 0.270422] });
    expect(trace.at(-1)).toEqual({ step: 10, weights: kernel.values });
    expect(gradient).toMatchObject({ rows: 1, columns: 2 });
  });

  it('follows the reference run of torch.optim from zeros, step by step', async () => {
    const reference = training.runs.find(({ optimizer, start }) => optimizer === 'sgd' && start === 'zeros');
    expect(reference?.epochs).toHaveLength(10);
    const { losses, kernel } = await runThrough({ ...ARTICLE, start: { kind: 'zeros' } });
    reference?.epochs.forEach(({ loss }, i) => {
      expect(losses[i]).toBeCloseTo(loss, 4);
    });
    kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo(reference?.epochs.at(-1)?.kernel[i] ?? NaN, 5);
    });
  });
});

describe('set-ups', () => {
  it('another one begins anew, even in mid-run', async () => {
    const { session, now, until, past } = begin({ ...ARTICLE, steps: 100_000 });
    session.run('fast');
    await past(0);
    session.configure({ ...ARTICLE, rate: 0.02, start: { kind: 'zeros' } });
    expect(now()).toMatchObject({ status: 'ready', step: 0, kernel: { values: [0, 0] } });
    await nextTask();
    await nextTask();
    expect(now()).toMatchObject({ status: 'ready', step: 0 });
    session.run('fast');
    expect((await until('finished')).step).toBe(10);
  });

  it('the same one changes nothing', async () => {
    const { session, now, past } = begin();
    session.step();
    await past(0);
    session.configure({ ...ARTICLE, image: { ...ARTICLE.image } });
    expect(now().step).toBe(1);
  });

  it('a picture without edges gives no gradient and any rate', async () => {
    const { limits, kernel, losses } = await runThrough({ ...ARTICLE, image: filledGrid(6, 8, 0), rate: 10 });
    expect(limits).toMatchObject({ largestStable: Infinity, best: Infinity });
    expect(losses).toEqual(Array(10).fill(0));
    kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo([0.492331, 0.270422][i] ?? NaN, 6);
    });
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
  const { session, now, until } = begin({
    ...ARTICLE,
    image,
    teacher,
    start: { kind: 'torch', seed: 1 },
    rate: 0.05,
    steps: 3000,
  });
  expect(now().limits?.largestStable).toBeGreaterThan(0.05);
  session.run('fast');
  const { kernel } = await until('finished');
  kernel.values.forEach((weight, i) => {
    expect(weight).toBeCloseTo(teacher.values[i] ?? NaN, 3);
  });
});
