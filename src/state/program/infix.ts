/** Arithmetic between its operands: Python's arrays, MATLAB's, and the scalars of JavaScript. */
import { isScalar, needsBrackets, type Expression, type Operator } from './expression.ts';
import { numberText } from './literal.ts';

export interface InfixNotation {
  readonly sqrt: string;
  /** The sign of an operator between two operands. */
  readonly sign: (operator: Operator, left: Expression, right: Expression) => string;
}

export const PYTHON_SIGN = (operator: Operator): string => (operator === '^' ? '**' : operator);

/** Element by element, which MATLAB marks by a dot. */
export const MATLAB_SIGN = (operator: Operator, left: Expression, right: Expression): string => {
  const bothArrays = !isScalar(left) && !isScalar(right);
  const byElement = operator === '^' ? !isScalar(left) : bothArrays && (operator === '*' || operator === '/');
  return byElement ? `.${operator}` : operator;
};

export function infixText(value: Expression, notation: InfixNotation): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value === 'later' ? '(epoch > 1)' : value;
  if (value.operator === 'sqrt') return `${notation.sqrt}(${infixText(value.of, notation)})`;
  const { operator, left, right } = value;
  const operand = (each: Expression, side: 'left' | 'right'): string => {
    const text = infixText(each, notation);
    return needsBrackets(each, operator, side) ? `(${text})` : text;
  };
  return `${operand(left, 'left')} ${notation.sign(operator, left, right)} ${operand(right, 'right')}`;
}
