/** Arithmetic as a tree, to be printed in the notation of each language. */

/**
 * Arrays of an update: the weights, their gradient, and what an optimiser remembers of them; the same of the bias; `free`
 * is 1 for weights that learn and 0 for those that are frozen.
 */
export type ArrayName = KernelName | `bias_${Exclude<KernelName, 'W'>}` | 'bias' | 'free';
type KernelName = 'W' | 'gradient' | 'velocity' | 'first' | 'second';
/** `epoch` counts from 1; `later` is 0 in the first epoch and 1 in all others. */
export type ScalarName = 'epoch' | 'later';
export type Operator = '+' | '-' | '*' | '/' | '^';

export type Expression =
  | number
  | ArrayName
  | ScalarName
  | { readonly operator: 'sqrt'; readonly of: Expression }
  | { readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export interface Assignment {
  readonly name: ArrayName;
  readonly value: Expression;
}

/** Two operands and what is between them. */
export function of(left: Expression, operator: Operator, right: Expression): Expression {
  return { operator, left, right };
}

export function sqrt(value: Expression): Expression {
  return { operator: 'sqrt', of: value };
}

export function isScalar(value: Expression): boolean {
  if (typeof value === 'number') return true;
  if (typeof value === 'string') return value === 'epoch' || value === 'later';
  return value.operator === 'sqrt' ? isScalar(value.of) : isScalar(value.left) && isScalar(value.right);
}

const STRENGTH: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };

/** Whether an operand needs brackets under an operator that reads from left to right. */
export function needsBrackets(operand: Expression, operator: Operator, side: 'left' | 'right'): boolean {
  if (typeof operand !== 'object' || operand.operator === 'sqrt') return false;
  const [inner, outer] = [STRENGTH[operand.operator], STRENGTH[operator]];
  return inner < outer || (inner === outer && (side === 'right' || operator === '^'));
}
