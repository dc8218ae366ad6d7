/** Edits of what scene 3 learns: a target entered by hand, and noise. */
import type { NumberGrid, TargetNoise } from '../document.ts';
import { withCell, type CellInput } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';

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
export const useTeacherTarget = editLearning<undefined>('set-target', (part) => ({ ...part, painted: null }));

export const setNoise = editLearning<TargetNoise>('set-noise', (part, { deviation, seed }) => {
  requireInRange('noise', deviation, LIMITS.noise);
  requireInRange('noise-seed', seed, LIMITS.seed);
  return { ...part, noise: { deviation, seed } };
});
