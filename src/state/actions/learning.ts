/** Edits of scene 3. */
import { defineAction } from '../action.ts';
import { DEFAULT_DOCUMENT, type LearningStart, type NumberGrid, type StopThreshold } from '../document.ts';
import { startKernel } from '../learning-start.ts';
import { requireDocumentFits } from '../fits.ts';
import { requireKernel, withCell, withSize, type CellInput, type SizeInput } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';
import { withStartThatFits } from './start-that-fits.ts';

export const setTeacherCell = editLearning<CellInput>('set-teacher-cell', (part, input) => ({
  ...part,
  teacher: withCell(part.teacher, input, 'teacher', LIMITS.weight),
}));

/** Another teacher, which gives the target from then on; throws InputError for one outside its ranges. */
export const replaceTeacher = editLearning<NumberGrid>('set-teacher', (part, teacher) =>
  withStartThatFits(
    { ...part, teacher: requireKernel(teacher, 'teacher'), painted: null, filter: null },
    part,
  ),
);

export const resizeTeacher = editLearning<SizeInput>('resize-teacher', (part, size) =>
  withStartThatFits({ ...part, teacher: withSize(part.teacher, size, 'teacher') }, part),
);

/** A learner of the teacher's size follows it from then on. */
export const resizeLearner = editLearning<SizeInput>('resize-learner', (part, { rows, columns }) => {
  requireInRange('learner-rows', rows, LIMITS.kernelSide);
  requireInRange('learner-columns', columns, LIMITS.kernelSide);
  const follows = rows === part.teacher.rows && columns === part.teacher.columns;
  return withStartThatFits({ ...part, learner: follows ? null : { rows, columns } }, part);
});

export const setStart = editLearning<LearningStart>('set-start', (part, start) => {
  if (start.kind === 'torch' || start.kind === 'near') requireInRange('seed', start.seed, LIMITS.seed);
  if (start.kind === 'typed') requireKernel(start.kernel, 'teacher', 'start');
  return withStartThatFits({ ...part, start });
});

/** Typing into the start makes it a typed start. */
export const setStartCell = editLearning<CellInput>('set-start', (part, input) => ({
  ...part,
  start: { kind: 'typed', kernel: withCell(startKernel(part), input, 'start', LIMITS.weight) },
}));

export const setRate = editLearning<number>('set-rate', (part, rate) => {
  requireInRange('rate', rate, LIMITS.rate);
  return { ...part, rate };
});

export const setSteps = editLearning<number>('set-steps', (part, steps) => {
  requireInRange('steps', steps, LIMITS.steps);
  return { ...part, steps };
});

export const setStop = editLearning<StopThreshold>('set-stop', (part, { loss, gradient }) => {
  requireInRange('stop-loss', loss, LIMITS.threshold);
  requireInRange('stop-gradient', gradient, LIMITS.threshold);
  return { ...part, stop: { loss, gradient } };
});

export const resetLearning = editLearning<undefined>('reset-learning', () => DEFAULT_DOCUMENT.learning);

/** The article's whole moment: its image, teacher, start, rate and epochs. */
export const replayArticle = defineAction<undefined>('reset-learning', (document) =>
  requireDocumentFits({
    ...document,
    edges: { ...document.edges, image: DEFAULT_DOCUMENT.edges.image },
    learning: DEFAULT_DOCUMENT.learning,
  }),
);
