import { describe, expect, it } from 'vitest';
import { transposeGrid, type LearningPart } from '../../src/state/document.ts';
import {
  analyse,
  errorsAlong,
  lossAt,
  predictedFactors,
  worstGrowth,
} from '../../src/state/learning-analysis.ts';
import { makeLayer } from '../../src/state/learning-layer.ts';
import { makeLesson, type LearningSetup } from '../../src/state/learning-lesson.ts';
import training from '../fixtures/training.json';
import { ARTICLE, runThrough } from './learning-fixture.ts';

const study = (setup: LearningSetup) => analyse(makeLayer(makeLesson(setup)), setup);
const ADAM: LearningPart['optimizer'] = {
  kind: 'adam',
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
};

describe("the article's run", () => {
  const analysis = study(ARTICLE);

  it('has curvatures 12 and 60 along (1, −1) and (1, 1)', () => {
    expect(analysis.directions.map(({ curvature }) => curvature)).toEqual([
      expect.closeTo(12, 10),
      expect.closeTo(60, 10),
    ]);
    const [along, across] = analysis.directions.map(({ vector }) => (vector[0] ?? 0) * (vector[1] ?? 0));
    expect(along).toBeCloseTo(-0.5, 12);
    expect(across).toBeCloseTo(0.5, 12);
    expect(analysis.flat).toBe(0);
  });

  it('goes to the teacher, by 0.64 and −0.8 a step, as it is then measured', async () => {
    analysis.goal?.forEach((weight, i) => {
      expect(weight).toBeCloseTo([1, -1][i] ?? NaN, 12);
    });
    expect(predictedFactors(analysis, ARTICLE).map(({ value }) => value)).toEqual([
      expect.closeTo(0.64, 12),
      expect.closeTo(-0.8, 12),
    ]);
    const { trace } = await runThrough(ARTICLE);
    const errors = trace.map(({ weights }) => errorsAlong(analysis, weights));
    errors.slice(1).forEach((each, i) => {
      expect((each[0] ?? 0) / (errors[i]?.[0] ?? 0)).toBeCloseTo(0.64, 4);
      expect((each[1] ?? 0) / (errors[i]?.[1] ?? 0)).toBeCloseTo(-0.8, 4);
    });
  });

  it('loses by the recurrence L[t+2] = 1.0496 L[t+1] − 0.262144 L[t]', async () => {
    const { losses, trace } = await runThrough(ARTICLE);
    expect(losses).toHaveLength(10);
    for (let t = 0; t + 2 < losses.length; t++) {
      const predicted = 1.0496 * (losses[t + 1] ?? NaN) - 0.262144 * (losses[t] ?? NaN);
      expect(losses[t + 2]).toBeCloseTo(predicted, 4);
    }
    losses.forEach((loss, t) => {
      expect(lossAt(analysis, trace[t]?.weights ?? [])).toBeCloseTo(loss, 4);
    });
  });
});

/** `training.json` names a run's hyper-parameters as torch.optim does. */
describe.each(training.runs)('torch.optim, $optimizer from $start', ({ hyper, initial_kernel, epochs }) => {
  const hyperparameters: Record<string, number | string | boolean> = { ...hyper };
  const number = (key: string): number => Number(hyperparameters[key] ?? 0);
  const optimizer: LearningPart['optimizer'] =
    hyper.opt === 'adam'
      ? ADAM
      : {
          kind: 'sgd',
          momentum: number('momentum'),
          dampening: number('dampening'),
          nesterov: hyperparameters.nesterov === true,
          weightDecay: number('weight_decay'),
        };
  const setup: LearningSetup = {
    ...ARTICLE,
    optimizer,
    rate: hyper.lr,
    start: { kind: 'typed', kernel: { rows: 1, columns: 2, values: initial_kernel } },
  };

  it('is followed step by step', async () => {
    const { losses, trace } = await runThrough(setup);
    expect(epochs).toHaveLength(10);
    epochs.forEach(({ loss, kernel }, t) => {
      expect(Math.abs((losses[t] ?? NaN) - loss)).toBeLessThan(1e-4 * Math.max(1, loss));
      kernel.forEach((weight, i) => {
        expect(trace[t + 1]?.weights[i]).toBeCloseTo(weight, 4);
      });
    });
  });
});

describe('directions that the image does not decide', () => {
  const transposed = { ...ARTICLE, image: transposeGrid(ARTICLE.image) };

  it('one for 1×2 on the transposed image: the loss reaches zero with another kernel', async () => {
    const analysis = study(transposed);
    expect(analysis.flat).toBe(1);
    expect(analysis.directions[0]?.curvature).toBe(0);
    expect(analysis.limits?.largestStable).toBeCloseTo(0.025, 12);
    const setup = { ...transposed, rate: 0.0125, steps: 200 };
    const { kernel, losses } = await runThrough(setup);
    expect(losses.at(-1)).toBeLessThan(1e-10);
    kernel.values.forEach((weight, i) => {
      expect(weight).toBeCloseTo(study(setup).goal?.[i] ?? NaN, 5);
    });
    expect(kernel.values[0]).not.toBeCloseTo(1, 1);
  });

  it('six for 3×3 on the article’s image', () => {
    const setup: LearningSetup = { ...ARTICLE, learner: { rows: 3, columns: 3 }, start: { kind: 'zeros' } };
    expect(study(setup).flat).toBe(6);
  });
});

it('weight decay moves the goal, and a run ends there', async () => {
  const setup: LearningSetup = {
    ...ARTICLE,
    optimizer: { kind: 'sgd', momentum: 0, dampening: 0, nesterov: false, weightDecay: 6 },
    rate: 0.02,
    steps: 300,
  };
  const { goal, optimum } = study(setup);
  expect(goal?.[0]).toBeCloseTo(12 / 18, 6);
  expect(optimum[0]).toBeCloseTo(1, 6);
  const { kernel } = await runThrough(setup);
  kernel.values.forEach((weight, i) => {
    expect(weight).toBeCloseTo(goal?.[i] ?? NaN, 5);
  });
});

it('the mean loss keeps the limit near 1.3 at any size', () => {
  for (const side of [8, 12, 16]) {
    const values = Array.from({ length: side * side }, (_, i) =>
      ((i * 2_654_435_761) % 2 ** 32) / 2 ** 32 < 0.5 ? 1 : 0,
    );
    const { limits } = study({ ...ARTICLE, loss: 'mean', image: { rows: side, columns: side, values } });
    expect(limits?.largestStable).toBeGreaterThan(1);
    expect(limits?.largestStable).toBeLessThan(1.7);
  }
});

it('Adam has no limit and no factors', () => {
  const setup: LearningSetup = { ...ARTICLE, optimizer: ADAM };
  const analysis = study(setup);
  expect(analysis.limits).toBeNull();
  expect(predictedFactors(analysis, setup)).toEqual([]);
  expect(worstGrowth(analysis, setup)).toBe(0);
});

it('Adam ends at one of many optima where the image leaves directions open, and nobody says which', () => {
  const setup: LearningSetup = { ...ARTICLE, image: transposeGrid(ARTICLE.image), optimizer: ADAM };
  expect(study(setup).flat).toBe(1);
  expect(study(setup).goal).toBeNull();
  // Weight decay decides the open direction.
  expect(study({ ...setup, optimizer: { ...ADAM, weightDecay: 1 } }).goal).not.toBeNull();
});
