/** The updates of `torch.optim` as arithmetic; the same as math/optimizer-update.ts computes. */
import type { LearningPart } from '../document.ts';
import { of, sqrt, type ArrayName, type Assignment, type Expression } from './expression.ts';

export interface UpdateRule {
  /** What starts at zero and is carried from epoch to epoch. */
  readonly memory: readonly ArrayName[];
  /** One epoch's, in order; `gradient` is there already, and 0 for frozen weights. */
  readonly assignments: readonly Assignment[];
}

/** The names of a rule: it is the same for the kernel and for the bias. */
type Names = Readonly<Record<'weights' | 'gradient' | 'velocity' | 'first' | 'second', ArrayName>>;

type Optimizer<Kind extends LearningPart['optimizer']['kind']> = Extract<
  LearningPart['optimizer'],
  { kind: Kind }
>;
type RuleSettings = Pick<LearningPart, 'optimizer' | 'rate' | 'frozen' | 'bias'>;

const KERNEL: Names = {
  weights: 'W',
  gradient: 'gradient',
  velocity: 'velocity',
  first: 'first',
  second: 'second',
};
const BIAS: Names = {
  weights: 'bias',
  gradient: 'bias_gradient',
  velocity: 'bias_velocity',
  first: 'bias_first',
  second: 'bias_second',
};

/** What keeps frozen weights where they are, together with a decay that spares them: no optimiser moves on 0 and 0. */
export const FREEZING: Assignment = { name: 'gradient', value: of('free', '*', 'gradient') };

/** Names only what the settings need: without momentum there is no velocity, without frozen weights no `free`. */
export function updateRule(part: RuleSettings): UpdateRule {
  const { weightDecay } = part.optimizer;
  const share = part.frozen.length > 0 ? of(weightDecay, '*', 'free') : weightDecay;
  return ruleOf(part, KERNEL, share);
}

/** Of the bias, with a memory of its own; empty for a learner without one. */
export function biasRule(part: RuleSettings): UpdateRule {
  return part.bias ? ruleOf(part, BIAS, part.optimizer.weightDecay) : { memory: [], assignments: [] };
}

function ruleOf({ optimizer, rate }: RuleSettings, names: Names, decayShare: Expression): UpdateRule {
  const { weights, gradient } = names;
  const decayed = of(gradient, '+', of(decayShare, '*', weights));
  const decay: Assignment[] = optimizer.weightDecay === 0 ? [] : [{ name: gradient, value: decayed }];
  const rest = optimizer.kind === 'adam' ? adamRule(optimizer, rate, names) : sgdRule(optimizer, rate, names);
  return { memory: rest.memory, assignments: [...decay, ...rest.assignments] };
}

function sgdRule(
  { momentum, dampening, nesterov }: Optimizer<'sgd'>,
  rate: number,
  { weights, gradient, velocity }: Names,
): UpdateRule {
  if (momentum === 0) return { memory: [], assignments: [descend(weights, rate, gradient)] };
  // The first velocity is the whole gradient, whatever the dampening.
  const share = of(1, '-', of(dampening, '*', 'later'));
  const added = dampening === 0 ? gradient : of(share, '*', gradient);
  const direction = nesterov ? of(gradient, '+', of(momentum, '*', velocity)) : velocity;
  return {
    memory: [velocity],
    assignments: [
      { name: velocity, value: of(of(momentum, '*', velocity), '+', added) },
      descend(weights, rate, direction),
    ],
  };
}

function adamRule(
  { beta1, beta2, epsilon }: Optimizer<'adam'>,
  rate: number,
  { weights, gradient, first, second }: Names,
): UpdateRule {
  const averaged = (beta: number, name: ArrayName, value: Expression): Expression =>
    of(of(beta, '*', name), '+', of(of(1, '-', beta), '*', value));
  const unbiased = (name: ArrayName, beta: number): Expression =>
    of(name, '/', of(1, '-', of(beta, '^', 'epoch')));
  const spread = of(sqrt(unbiased(second, beta2)), '+', epsilon);
  return {
    memory: [first, second],
    assignments: [
      { name: first, value: averaged(beta1, first, gradient) },
      { name: second, value: averaged(beta2, second, of(gradient, '^', 2)) },
      { name: weights, value: of(weights, '-', of(of(rate, '*', unbiased(first, beta1)), '/', spread)) },
    ],
  };
}

function descend(weights: ArrayName, rate: number, direction: Expression): Assignment {
  return { name: weights, value: of(weights, '-', of(rate, '*', direction)) };
}
