/** From an entered field or a choice of the learning set-up to the action that it means. */
import {
  resizeLearner,
  replaceTeacher,
  resizeTeacher,
  setRate,
  setStart,
  setStartCell,
  setStop,
  setSteps,
  setTeacherCell,
} from '../../state/actions/learning.ts';
import {
  addToBatch,
  paintOnBatch,
  removeFromBatch,
  setBias,
  toggleFrozen,
} from '../../state/actions/batch.ts';
import { setLoss, setNesterov, setOptimizerKind, setOptimizerNumber } from '../../state/actions/optimizer.ts';
import { addRival, removeRival, runRival } from '../../state/actions/race.ts';
import {
  replaceTarget,
  setNoise,
  setTargetCell,
  useFilterTarget,
  useTeacherTarget,
} from '../../state/actions/target.ts';
import {
  learnerSize,
  transposeGrid,
  type LearningPart,
  type LearningStart,
  type NumberGrid,
} from '../../state/document.ts';
import { helpfulImage } from '../../state/helpful-image.ts';
import { parseBlock } from '../../state/block-text.ts';
import { blockWithin } from '../../state/block-within.ts';
import { withBlock } from '../../state/grid-transform.ts';
import type { Lesson } from '../../state/learning-lesson.ts';
import { startKernel } from '../../state/learning-start.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { noisePicture } from '../../state/noise-picture.ts';
import { preset } from '../../state/stack-examples.ts';
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

const HALF_WHITE = 0.5;

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

/** A block that was pasted into one of the three grids, from a cell on; the teacher alone grows with it. */
export function pasteLearningBlock(
  store: Store,
  grid: 'teacher' | 'target' | 'start',
  { row, column, text }: Omit<CellText, 'grid'>,
  lesson: Lesson,
): ActionFailure | null {
  const part = store.$document.get().learning;
  const block = parseBlock(text, LIMITS.imageSide.maximum);
  switch (grid) {
    case 'teacher':
      return store.apply(replaceTeacher, withBlock(part.teacher, block, row, column));
    case 'target':
      return store.apply(
        replaceTarget('set-target'),
        blockWithin(lesson.examples[0].target, block, row, column),
      );
    case 'start':
      return store.apply(setStart, { kind: 'typed', kernel: blockWithin(lesson.start, block, row, column) });
  }
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
    case 'target':
      return choice.source === 'teacher'
        ? store.apply(useTeacherTarget, undefined)
        : store.apply(useFilterTarget, choice.source);
    case 'teacher-preset':
      return store.apply(replaceTeacher, preset(choice.name));
    case 'bias':
      return store.apply(setBias, choice.on);
    case 'freeze':
      return store.apply(toggleFrozen, choice.index);
    case 'add-to-batch':
      return addImage(store, choice.made);
    case 'remove-from-batch':
      return store.apply(removeFromBatch, choice.index);
    case 'paint-on-batch':
      return store.apply(paintOnBatch, choice.index);
    case 'add-rival':
      return store.apply(addRival, choice.rival);
    case 'remove-rival':
      return store.apply(removeRival, choice.index);
    case 'run-rival':
      return store.apply(runRival, choice.index);
  }
}

/** Noise gets another seed for each image that is there already. */
function addImage(
  store: Store,
  made: Extract<SetupChoice, { of: 'add-to-batch' }>['made'],
): ActionFailure | null {
  const { edges, learning } = store.$document.get();
  const { image } = edges;
  switch (made) {
    case 'copy':
      return store.apply(addToBatch, image);
    case 'transposed':
      return store.apply(addToBatch, transposeGrid(image));
    case 'noise':
      return store.apply(addToBatch, noisePicture(image, HALF_WHITE, learning.batch.length));
    case 'helpful': {
      const found = helpfulImage({ image, ...learning });
      return found && store.apply(addToBatch, found.image);
    }
  }
}

function seededStart({ start }: LearningPart, seed: number): LearningStart {
  return { kind: start.kind === 'near' ? 'near' : 'torch', seed };
}

function startOf(part: LearningPart, kind: StartKind): LearningStart {
  if (kind === 'torch' || kind === 'near') return { kind, seed: 0 };
  return kind === 'typed' ? { kind, kernel: startKernel(part) } : { kind };
}
