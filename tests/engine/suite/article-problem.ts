/** The article's training problem, and reference runs of it by torch.optim's rules (tests/fixtures/training.json). */
import type { OptimizerSettings, TrainingProblem } from '../../../src/engine/index.ts';
import { makeTensor } from '../../../src/math/tensor.ts';
import training from '../../fixtures/training.json';

interface Hyper {
  readonly opt: string;
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
}

export interface ReferenceRun {
  readonly name: string;
  readonly start: readonly number[];
  readonly optimizer: OptimizerSettings;
  readonly epochs: readonly { readonly loss: number; readonly grad: number[]; readonly kernel: number[] }[];
}

/** What a float32 engine may differ by, relative to values above 1. */
export const TOLERANCE = training.tol_f32;

export const REFERENCE_RUNS: readonly ReferenceRun[] = training.runs.map((run) => ({
  name: `${JSON.stringify(run.hyper)} from ${run.start}`,
  start: run.initial_kernel,
  optimizer: optimizerOf(run.hyper),
  epochs: run.epochs,
}));

/** Learning [1, −1] back from `start` on the article's 6×8 image. */
export function makeArticleProblem(
  start: readonly number[],
  optimizer: OptimizerSettings = { kind: 'sgd', rate: 0.03 },
): TrainingProblem {
  return {
    image: makeTensor([1, 1, 6, 8], training.X.flat()),
    target: makeTensor([1, 1, 6, 7], training.Y.flat()),
    kernel: makeTensor([1, 1, 1, 2], start),
    loss: 'sum',
    optimizer,
  };
}

function optimizerOf({ opt, lr, weight_decay: weightDecay = 0, ...rest }: Hyper): OptimizerSettings {
  return opt === 'adam'
    ? { kind: 'adam', rate: lr, weightDecay }
    : { kind: 'sgd', rate: lr, weightDecay, ...rest };
}
