/** The updates of `torch.optim` as arithmetic; the same as math/optimizer-update.ts computes. */
import type { LearningPart } from '../document.ts';
import { of, sqrt, type ArrayName, type Assignment, type Expression } from './expression.ts';

export interface UpdateRule {
  /** What starts at zero and is carried from epoch to epoch. */
  readonly memory: readonly ArrayName[];
  /** One epoch's, in order; `gradient` is there already. */
  readonly assignments: readonly Assignment[];
}

/** Names only what the settings need: without momentum there is no velocity. */
export function updateRule({ optimizer, rate }: LearningPart): UpdateRule {
  const { weightDecay } = optimizer;
  const decay: Assignment[] =
    weightDecay === 0 ? [] : [{ name: 'gradient', value: of('gradient', '+', of(weightDecay, '*', 'W')) }];
  const rest = optimizer.kind === 'adam' ? adamRule(optimizer, rate) : sgdRule(optimizer, rate);
  return { memory: rest.memory, assignments: [...decay, ...rest.assignments] };
}

function sgdRule(
  { momentum, dampening, nesterov }: Extract<LearningPart['optimizer'], { kind: 'sgd' }>,
  rate: number,
): UpdateRule {
  if (momentum === 0) return { memory: [], assignments: [descend(rate, 'gradient')] };
  // The first velocity is the whole gradient, whatever the dampening.
  const share = of(1, '-', of(dampening, '*', 'later'));
  const added = dampening === 0 ? 'gradient' : of(share, '*', 'gradient');
  const direction = nesterov ? of('gradient', '+', of(momentum, '*', 'velocity')) : 'velocity';
  return {
    memory: ['velocity'],
    assignments: [
      { name: 'velocity', value: of(of(momentum, '*', 'velocity'), '+', added) },
      descend(rate, direction),
    ],
  };
}

function adamRule(
  { beta1, beta2, epsilon }: Extract<LearningPart['optimizer'], { kind: 'adam' }>,
  rate: number,
): UpdateRule {
  const averaged = (beta: number, name: ArrayName, value: Expression): Expression =>
    of(of(beta, '*', name), '+', of(of(1, '-', beta), '*', value));
  const unbiased = (name: ArrayName, beta: number): Expression =>
    of(name, '/', of(1, '-', of(beta, '^', 'epoch')));
  const spread = of(sqrt(unbiased('second', beta2)), '+', epsilon);
  return {
    memory: ['first', 'second'],
    assignments: [
      { name: 'first', value: averaged(beta1, 'first', 'gradient') },
      { name: 'second', value: averaged(beta2, 'second', of('gradient', '^', 2)) },
      { name: 'W', value: of('W', '-', of(of(rate, '*', unbiased('first', beta1)), '/', spread)) },
    ],
  };
}

function descend(rate: number, direction: Expression): Assignment {
  return { name: 'W', value: of('W', '-', of(rate, '*', direction)) };
}
