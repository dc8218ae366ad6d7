/** Edits of the race of scene 3. */
import type { Rival } from '../document.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';

/** One more optimiser and rate; throws InputError where the race is full. One that races already stays as it is. */
export const addRival = editLearning<Rival>('change-race', (part, { optimizer, rate }) => {
  requireInRange('rate', rate, LIMITS.rate);
  const rival: Rival = { optimizer, rate };
  const text = JSON.stringify(rival);
  if (part.rivals.some((each) => JSON.stringify(each) === text)) return part;
  requireInRange('rivals', part.rivals.length + 1, LIMITS.rivals);
  return { ...part, rivals: [...part.rivals, rival] };
});

export const removeRival = editLearning<number>('change-race', (part, index) => ({
  ...part,
  rivals: part.rivals.filter((_, i) => i !== index),
}));

/** A rival changes places with the run: its optimiser and rate are the ones that are set, and stepped through. */
export const runRival = editLearning<number>('change-race', (part, index) => {
  const rival = part.rivals[index];
  if (!rival) return part;
  const { optimizer, rate } = part;
  return { ...part, ...rival, rivals: part.rivals.with(index, { optimizer, rate }) };
});
