/** Arithmetic in LaTeX: matrices by capitals, the bias and what belongs to it by small letters. */
import { isScalar, needsBrackets, type ArrayName, type Expression, type ScalarName } from './expression.ts';
import { latexSigns } from './latex-document.ts';
import { numberText } from './literal.ts';

export const LATEX_NAMES: Readonly<Record<ArrayName | ScalarName, string>> = {
  W: 'W',
  gradient: 'G',
  velocity: 'V',
  first: 'M_1',
  second: 'M_2',
  free: 'F',
  bias: 'b',
  bias_gradient: 'g',
  bias_velocity: 'v',
  bias_first: 'm_1',
  bias_second: 'm_2',
  epoch: 't',
  later: '[t > 1]',
};

export function expressionText(value: Expression): string {
  if (typeof value === 'number') return latexSigns(numberText(value).replace('-', '−'));
  if (typeof value === 'string') return LATEX_NAMES[value];
  if (value.operator === 'sqrt') return `\\sqrt{${expressionText(value.of)}}`;
  const { operator, left, right } = value;
  if (operator === '/') return `\\frac{${expressionText(left)}}{${expressionText(right)}}`;
  const [before, after] = [bracketed(left, operator, 'left'), bracketed(right, operator, 'right')];
  if (operator === '^') return `${before}^{${expressionText(right)}}`;
  if (operator !== '*') return `${before} ${operator} ${after}`;
  const sign = isScalar(left) || isScalar(right) ? '\\cdot' : '\\odot';
  return `${before} ${sign} ${after}`;
}

/** A fraction needs no brackets, except under a power. */
function bracketed(value: Expression, operator: '+' | '-' | '*' | '^', side: 'left' | 'right'): string {
  const text = expressionText(value);
  const isFraction = typeof value === 'object' && value.operator === '/' && operator !== '^';
  return needsBrackets(value, operator, side) && !isFraction ? `\\left(${text}\\right)` : text;
}
