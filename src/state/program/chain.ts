/** Arithmetic as calls of tensors' methods, as TensorFlow.js has it; scalars stay plain numbers. */
import { isScalar, type Expression, type Operator } from './expression.ts';
import { infixText, PYTHON_SIGN } from './infix.ts';

const METHODS: Readonly<Record<Operator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '^': 'pow',
};

/** JavaScript's scalars are written as Python's are. */
const SCALARS = { sqrt: 'Math.sqrt', sign: PYTHON_SIGN };

export function chainText(value: Expression): string {
  if (isScalar(value)) return infixText(value, SCALARS);
  if (typeof value !== 'object') return variableText(String(value));
  if (value.operator === 'sqrt') return `${chainText(value.of)}.sqrt()`;
  const { operator, left, right } = value;
  const swaps = isScalar(left) && (operator === '+' || operator === '*');
  const [object, argument] = swaps ? [right, left] : [left, right];
  if (operator === '^' && argument === 2) return `${tensorText(object)}.square()`;
  return `${tensorText(object)}.${METHODS[operator]}(${chainText(argument)})`;
}

/** `biasGradient`, as JavaScript's names are. */
export function variableText(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function tensorText(value: Expression): string {
  return isScalar(value) ? `tf.scalar(${chainText(value)})` : chainText(value);
}
