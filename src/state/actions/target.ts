/** Edits of what scene 3 learns: a target entered by hand, and noise. */
import { FILTER_SIDE, type FilterName } from '../../math/filters.ts';
import type { NumberGrid, TargetNoise } from '../document.ts';
import type { ImageEdit, NamedAction } from '../action.ts';
import { requireImage, withCell, withPainted, type CellInput, type PaintInput } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';
import { withStartThatFits } from './start-that-fits.ts';

/** A cell of `target`, which is the target as it is shown, noise and all; it is entered by hand from then on. */
export const setTargetCell = editLearning<CellInput & { readonly target: NumberGrid }>(
  'set-target',
  (part, { target, ...cell }) => ({
    ...part,
    painted: withCell(target, cell, 'target', LIMITS.value),
    noise: { ...part.noise, deviation: 0 },
  }),
);

/** Back to what the teacher makes of the image. */
export const useTeacherTarget = editLearning<undefined>('set-target', (part) => ({
  ...part,
  painted: null,
  filter: null,
}));

/** What a filter makes of the images; the learner gets the filter's size. */
export const useFilterTarget = editLearning<FilterName>('set-target', (part, filter) => {
  const size = { rows: FILTER_SIDE, columns: FILTER_SIDE };
  return withStartThatFits({ ...part, painted: null, filter, learner: size }, part);
});

/** A whole target, as it was pasted or drawn; throws InputError for one outside its ranges. */
export function replaceTarget(name: ImageEdit | 'set-target'): NamedAction<NumberGrid> {
  return editLearning(name, (part, target) => ({
    ...part,
    painted: requireImage(target, LIMITS.value),
    noise: { ...part.noise, deviation: 0 },
  }));
}

/** Cells of a target, which is the target as it is shown. */
export function paintTarget(target: NumberGrid): NamedAction<PaintInput> {
  return editLearning('paint', (part, input) => ({
    ...part,
    painted: withPainted(part.painted ?? target, input, LIMITS.value),
    noise: { ...part.noise, deviation: 0 },
  }));
}

export const setNoise = editLearning<TargetNoise>('set-noise', (part, { deviation, seed }) => {
  requireInRange('noise', deviation, LIMITS.noise);
  requireInRange('noise-seed', seed, LIMITS.seed);
  return { ...part, noise: { deviation, seed } };
});
