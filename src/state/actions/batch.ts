/** Edits of what scene 3 learns on and with: the images of its batch, a bias, weights that stay. */
import { defineAction } from '../action.ts';
import { frozenFits, type NumberGrid } from '../document.ts';
import { requireDocumentFits } from '../fits.ts';
import { requireImage } from '../grid-edit.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';

/** One more image, of any size; throws InputError where the batch is full. */
export const addToBatch = editLearning<NumberGrid>('change-batch', (part, image) => {
  requireInRange('batch', part.batch.length + 1, LIMITS.batch);
  return { ...part, batch: [...part.batch, requireImage(image, LIMITS.pixel)] };
});

export const removeFromBatch = editLearning<number>('change-batch', (part, index) => ({
  ...part,
  batch: part.batch.filter((_, i) => i !== index),
}));

/** An image of the batch becomes the one that is painted on, and that one takes its place. */
export const paintOnBatch = defineAction<number>('change-batch', (document, index) => {
  const { edges, learning } = document;
  const image = learning.batch[index];
  if (!image) return document;
  const batch = learning.batch.with(index, edges.image);
  return requireDocumentFits({
    ...document,
    edges: { ...edges, image },
    learning: { ...learning, batch },
  });
});

/** Without a bias one of the kernel's weights must be free again. */
export const setBias = editLearning<boolean>('set-bias', (part, bias) => {
  const next = { ...part, bias };
  return frozenFits(next) ? next : { ...next, frozen: [] };
});

/** Freezes or frees a weight, by index; the last free one stays free. */
export const toggleFrozen = editLearning<number>('freeze-weight', (part, index) => {
  const others = part.frozen.filter((each) => each !== index);
  const isFrozen = others.length < part.frozen.length;
  const frozen = isFrozen ? others : [...others, index].sort((a, b) => a - b);
  const next = { ...part, frozen };
  return frozenFits(next) ? next : part;
});
