import { describe, expect, it } from 'vitest';
import * as article from '../../src/math/article.ts';
import { correlate } from '../../src/math/definition.ts';
import type { OptimizerSettings } from '../../src/math/optimizer.ts';
import { lossAndGradient, trainReference, type ReferenceProblem } from '../../src/math/train.ts';
import training from '../fixtures/training.json';
import { nudged, scatteredTensor } from './operand-samples.ts';

const sumOfSquares: Omit<ReferenceProblem, 'kernel' | 'optimizer'> = {
  image: article.BARS_IMAGE,
  target: correlate(article.BARS_IMAGE, article.EDGE_KERNEL),
  loss: 'sum',
};

describe('the trajectories of torch.optim', () => {
  const runs = training.runs.map((run) => ({ name: `${JSON.stringify(run.hyper)} from ${run.start}`, run }));

  it.each(runs)('$name', ({ run }) => {
    const kernel = { shape: [1, 1, 1, 2], data: run.initial_kernel } as const;
    const problem = { ...sumOfSquares, kernel, optimizer: optimizerOf(run.hyper) };
    const history = trainReference(problem, run.epochs.length);
    run.epochs.forEach((epoch, i) => {
      expectWithin([history[i]?.loss ?? NaN], [epoch.loss]);
      expectWithin(history[i]?.gradient.data, epoch.grad);
      expectWithin(history[i]?.kernel.data, epoch.kernel);
    });
  });
});

describe("the article's ten epochs", () => {
  const optimizer = { kind: 'sgd', rate: article.ARTICLE_RATE } as const;
  const problem = { ...sumOfSquares, kernel: article.ARTICLE_START, optimizer };
  const history = trainReference(problem, article.ARTICLE_EPOCHS);

  it('print its losses, every second epoch', () => {
    const printed = history.filter((_, i) => i % 2 === 1).map(({ loss }) => loss.toFixed(3));
    expect(printed).toEqual(['9.470', '2.939', '1.046', '0.402', '0.160']);
  });

  it('end at its kernel', () => {
    const printed = Array.from(history.at(-1)?.kernel.data ?? [], (weight) => weight.toFixed(4));
    expect(printed).toEqual(['1.0307', '-0.9488']);
  });
});

describe('loss and gradient', () => {
  it.each(['sum', 'mean'] as const)('agree by central differences (%s)', (loss) => {
    const image = scatteredTensor([2, 2, 5, 4], 1);
    const kernel = scatteredTensor([2, 1, 2, 3], 2);
    const geometry = { groups: 2, padding: [1, 0, 0, 2], stride: [2, 1] } as const;
    const target = scatteredTensor(correlate(image, kernel, geometry).shape, 3);
    const problem = { image, target, geometry, kernel, loss };
    const h = 1e-3; // quadratic in the kernel: exact but for rounding
    lossAndGradient(problem, kernel).gradient.data.forEach((value, i) => {
      const above = lossAndGradient(problem, nudged(kernel, i, h)).loss;
      const below = lossAndGradient(problem, nudged(kernel, i, -h)).loss;
      expect((above - below) / (2 * h)).toBeCloseTo(value, 8);
    });
  });
});

it('recovers a known kernel from what it does to an image', () => {
  const image = scatteredTensor([1, 1, 9, 9], 4);
  const teacher = scatteredTensor([1, 1, 2, 2], 5);
  const kernel = { shape: teacher.shape, data: [0, 0, 0, 0] };
  const optimizer = { kind: 'sgd', rate: 0.5 } as const;
  const problem = { image, target: correlate(image, teacher), kernel, loss: 'mean', optimizer } as const;
  const learned = trainReference(problem, 200).at(-1)?.kernel;
  Array.from(teacher.data).forEach((weight, i) => {
    expect(learned?.data[i]).toBeCloseTo(weight, 9);
  });
});

interface Hyper {
  readonly opt: string;
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
}

function optimizerOf({ opt, lr, momentum = 0, dampening = 0, nesterov = false, weight_decay = 0 }: Hyper) {
  const settings: OptimizerSettings =
    opt === 'adam'
      ? { kind: 'adam', rate: lr, weightDecay: weight_decay }
      : { kind: 'sgd', rate: lr, momentum, dampening, nesterov, weightDecay: weight_decay };
  return settings;
}

function expectWithin(actual: ArrayLike<number> | undefined, expected: readonly number[]): void {
  expected.forEach((value, i) => {
    const error = Math.abs((actual?.[i] ?? NaN) - value);
    expect(error).toBeLessThanOrEqual(training.tol_f64 * Math.max(1, Math.abs(value)));
  });
}
