/** The article's training problem and reference runs of it (tests/fixtures/training.json). */
import { readFileSync } from 'node:fs';
import type { OptimizerSettings, TrainingProblem } from '../../../src/engine/contract.ts';
import { makeTensor } from '../../../src/math/tensor.ts';

interface Hyper {
  readonly opt: 'sgd' | 'adam';
  readonly lr: number;
  readonly momentum?: number;
  readonly dampening?: number;
  readonly nesterov?: boolean;
  readonly weight_decay?: number;
}

export interface Run {
  readonly optimizer: string;
  readonly start: string;
  readonly hyper: Hyper;
  readonly initial_kernel: readonly number[];
  readonly epochs: readonly { readonly loss: number; readonly grad: number[]; readonly kernel: number[] }[];
}

interface Fixture {
  readonly X: number[][];
  readonly Y: number[][];
  readonly tol_f32: number;
  readonly runs: readonly Run[];
}

const file = new URL('../../fixtures/training.json', import.meta.url);
export const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture;

export function makeArticleProblem(start: readonly number[], optimizer: OptimizerSettings): TrainingProblem {
  return {
    image: makeTensor([1, 1, 6, 8], fixture.X.flat()),
    target: makeTensor([1, 1, 6, 7], fixture.Y.flat()),
    kernel: makeTensor([1, 1, 1, 2], start),
    loss: 'sum',
    optimizer,
  };
}

export function optimizerOf({ opt, lr, weight_decay: weightDecay = 0, ...rest }: Hyper): OptimizerSettings {
  return { kind: opt, rate: lr, weightDecay, ...rest };
}
