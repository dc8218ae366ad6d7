/** A learner of another size. */
import { fitsArticleStart, learnerSize, type LearningPart } from '../document.ts';
import { withSize } from '../grid-edit.ts';

/**
 * A start of the learner's shape: a typed one is cut or filled, the article's gives way to seed 0. Frozen weights are those
 * of one shape: another has none.
 */
export function withStartThatFits(changed: LearningPart, before: LearningPart = changed): LearningPart {
  const size = learnerSize(changed);
  const { rows, columns } = learnerSize(before);
  const part = size.rows === rows && size.columns === columns ? changed : { ...changed, frozen: [] };
  const { start } = part;
  if (start.kind === 'article' && !fitsArticleStart(size))
    return { ...part, start: { kind: 'torch', seed: 0 } };
  if (start.kind !== 'typed') return part;
  return { ...part, start: { ...start, kernel: withSize(start.kernel, size, 'kernel') } };
}
