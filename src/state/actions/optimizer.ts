/** Edits of how scene 3 learns: the loss and the optimiser. */
import { completeOptimizer } from '../../math/optimizer.ts';
import { PLAIN_ADAM, PLAIN_SGD, type LearningOptimizer, type LearningPart } from '../document.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import { editLearning } from './edit-learning.ts';

/** A number of the optimiser, by its field. */
export interface OptimizerNumber {
  readonly field: 'momentum' | 'dampening' | 'weight-decay' | 'beta1' | 'beta2' | 'epsilon';
  readonly value: number;
}

const NUMBERS = {
  momentum: { key: 'momentum', range: LIMITS.momentum },
  dampening: { key: 'dampening', range: LIMITS.dampening },
  'weight-decay': { key: 'weightDecay', range: LIMITS.weightDecay },
  beta1: { key: 'beta1', range: LIMITS.beta },
  beta2: { key: 'beta2', range: LIMITS.beta },
  epsilon: { key: 'epsilon', range: LIMITS.epsilon },
} as const;

export const setLoss = editLearning<LearningPart['loss']>('set-loss', (part, loss) => ({ ...part, loss }));

/** Another optimiser, with PyTorch's defaults and the same weight decay. */
export const setOptimizerKind = editLearning<LearningOptimizer['kind']>('set-optimizer', (part, kind) => {
  const { weightDecay } = part.optimizer;
  const plain = kind === 'sgd' ? PLAIN_SGD : PLAIN_ADAM;
  return part.optimizer.kind === kind ? part : { ...part, optimizer: { ...plain, weightDecay } };
});

/** Throws InputError outside the field's range; a field that the optimiser does not have changes nothing. */
export const setOptimizerNumber = editLearning<OptimizerNumber>('set-optimizer', (part, { field, value }) => {
  const { key, range } = NUMBERS[field];
  requireInRange(field, value, range);
  return key in part.optimizer ? withOptimizer(part, { ...part.optimizer, [key]: value }) : part;
});

/** Throws OptimizerError without a momentum or with a dampening, as PyTorch refuses it. */
export const setNesterov = editLearning<boolean>('set-optimizer', (part, nesterov) =>
  part.optimizer.kind === 'sgd' ? withOptimizer(part, { ...part.optimizer, nesterov }) : part,
);

function withOptimizer(part: LearningPart, optimizer: LearningOptimizer): LearningPart {
  completeOptimizer({ ...optimizer, rate: part.rate });
  return { ...part, optimizer };
}
