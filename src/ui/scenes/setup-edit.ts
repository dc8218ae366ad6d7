/** From an entered field or a choice of the learning set-up to the action that it means. */
import {
  resizeLearner,
  resizeTeacher,
  setRate,
  setStart,
  setStartCell,
  setStop,
  setSteps,
  setTeacherCell,
} from '../../state/actions/learning.ts';
import { setLoss, setNesterov, setOptimizerKind, setOptimizerNumber } from '../../state/actions/optimizer.ts';
import { setNoise, setTargetCell, useTeacherTarget } from '../../state/actions/target.ts';
import { learnerSize, type LearningPart, type LearningStart, type NumberGrid } from '../../state/document.ts';
import { startKernel } from '../../state/learning-start.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { ActionFailure, Store } from '../../state/store.ts';
import type { CellText } from '../grid/cell-events.ts';
import type { SetupChoice, SetupFieldName, StartKind } from '../learning/setup-events.ts';

const OPTIMIZER_RANGES = {
  momentum: LIMITS.momentum,
  dampening: LIMITS.dampening,
  'weight-decay': LIMITS.weightDecay,
  beta1: LIMITS.beta,
  beta2: LIMITS.beta,
  epsilon: LIMITS.epsilon,
} as const;

/** Applies what was entered into `field`; throws InputError for a text that is no number of the field's range. */
export function editSetup(store: Store, field: SetupFieldName, text: string): ActionFailure | null {
  const part = store.$document.get().learning;
  const side = (): number => parseField(field, text, LIMITS.kernelSide);
  switch (field) {
    case 'rate':
      return store.apply(setRate, parseField(field, text, LIMITS.rate));
    case 'steps':
      return store.apply(setSteps, parseField(field, text, LIMITS.steps));
    case 'seed':
      return store.apply(setStart, seededStart(part, parseField(field, text, LIMITS.seed)));
    case 'teacher-rows':
      return store.apply(resizeTeacher, { rows: side(), columns: part.teacher.columns });
    case 'teacher-columns':
      return store.apply(resizeTeacher, { rows: part.teacher.rows, columns: side() });
    case 'learner-rows':
      return store.apply(resizeLearner, { rows: side(), columns: learnerSize(part).columns });
    case 'learner-columns':
      return store.apply(resizeLearner, { rows: learnerSize(part).rows, columns: side() });
    case 'stop-loss':
      return store.apply(setStop, { ...part.stop, loss: parseField(field, text, LIMITS.threshold) });
    case 'stop-gradient':
      return store.apply(setStop, { ...part.stop, gradient: parseField(field, text, LIMITS.threshold) });
    case 'noise':
      return store.apply(setNoise, { ...part.noise, deviation: parseField(field, text, LIMITS.noise) });
    case 'noise-seed':
      return store.apply(setNoise, { ...part.noise, seed: parseField(field, text, LIMITS.seed) });
    default:
      return store.apply(setOptimizerNumber, {
        field,
        value: parseField(field, text, OPTIMIZER_RANGES[field]),
      });
  }
}

/** A cell of one of the three grids that are typed into; `target` is the target as it is shown. */
export function editLearningCell(
  store: Store,
  grid: 'teacher' | 'target' | 'start',
  { row, column, text }: Omit<CellText, 'grid'>,
  target: NumberGrid,
  merge: string,
): ActionFailure | null {
  const range = grid === 'target' ? LIMITS.value : LIMITS.weight;
  const cell = { row, column, value: parseField(grid, text, range, { row, column }) };
  if (grid === 'target') return store.apply(setTargetCell, { ...cell, target }, { merge });
  return store.apply(grid === 'teacher' ? setTeacherCell : setStartCell, cell, { merge });
}

export function chooseSetup(store: Store, choice: SetupChoice): ActionFailure | null {
  switch (choice.of) {
    case 'start':
      return store.apply(setStart, startOf(store.$document.get().learning, choice.kind));
    case 'loss':
      return store.apply(setLoss, choice.loss);
    case 'optimizer':
      return store.apply(setOptimizerKind, choice.kind);
    case 'nesterov':
      return store.apply(setNesterov, choice.on);
    case 'teacher-target':
      return store.apply(useTeacherTarget, undefined);
  }
}

function seededStart({ start }: LearningPart, seed: number): LearningStart {
  return { kind: start.kind === 'near' ? 'near' : 'torch', seed };
}

function startOf(part: LearningPart, kind: StartKind): LearningStart {
  if (kind === 'torch' || kind === 'near') return { kind, seed: 0 };
  return kind === 'typed' ? { kind, kernel: startKernel(part) } : { kind };
}
