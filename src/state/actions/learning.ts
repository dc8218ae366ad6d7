/** Edits of scene 3. */
import { defineAction, type ActionName, type NamedAction } from '../action.ts';
import {
  DEFAULT_DOCUMENT,
  fitsArticleStart,
  startKernel,
  type LearningPart,
  type LearningStart,
  type NumberGrid,
} from '../document.ts';
import { requireDocumentFits } from '../fits.ts';
import { requireKernel, withCell, withSize, type CellInput, type SizeInput } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';

export const setTeacherCell = editPart<CellInput>('set-teacher-cell', (part, input) => ({
  ...part,
  teacher: withCell(part.teacher, input, 'teacher', LIMITS.weight),
}));

export const resizeTeacher = editPart<SizeInput>('resize-teacher', (part, size) =>
  withTeacher(part, withSize(part.teacher, size, 'teacher')),
);

export const setStart = editPart<LearningStart>('set-start', (part, start) => {
  if (start.kind === 'torch') requireInRange('seed', start.seed, LIMITS.seed);
  if (start.kind === 'typed') requireKernel(start.kernel, 'teacher', 'start');
  return withTeacher({ ...part, start }, part.teacher);
});

/** Typing into the start makes it a typed start. */
export const setStartCell = editPart<CellInput>('set-start', (part, input) => ({
  ...part,
  start: { kind: 'typed', kernel: withCell(startKernel(part), input, 'start', LIMITS.weight) },
}));

export const setRate = editPart<number>('set-rate', (part, rate) => {
  requireInRange('rate', rate, LIMITS.rate);
  return { ...part, rate };
});

export const setSteps = editPart<number>('set-steps', (part, steps) => {
  requireInRange('steps', steps, LIMITS.steps);
  return { ...part, steps };
});

export const resetLearning = editPart<undefined>('reset-learning', () => DEFAULT_DOCUMENT.learning);

/** Another teacher, with a start of its shape: a typed one is cut or filled, the article's gives way to seed 0. */
function withTeacher(part: LearningPart, teacher: NumberGrid): LearningPart {
  const { start } = part;
  if (start.kind === 'article' && !fitsArticleStart(teacher)) {
    return { ...part, teacher, start: { kind: 'torch', seed: 0 } };
  }
  if (start.kind !== 'typed') return { ...part, teacher };
  const { rows, columns } = teacher;
  return {
    ...part,
    teacher,
    start: { ...start, kernel: withSize(start.kernel, { rows, columns }, 'kernel') },
  };
}

function editPart<Input>(
  name: ActionName,
  edit: (part: LearningPart, input: Input) => LearningPart,
): NamedAction<Input> {
  return defineAction(name, (document, input) =>
    requireDocumentFits({ ...document, learning: edit(document.learning, input) }),
  );
}
