/** Whole-number constant expressions of WGSL, for the bounds of loops that are unrolled. */

/** Digits with or without `u`, a name, an operator or a bracket; anything else ends up in the last group. */
const TOKEN = /\s*(?:(\d+)u?\b|([A-Za-z_]\w*)|([-+*/()])|(\S))/gy;

type Token = number | '+' | '-' | '*' | '/' | '(' | ')';

/**
 * Value of an expression of whole numbers, names, + - * / and brackets; a quotient is rounded down, as in u32.
 * Throws an Error that names what is unknown or does not belong.
 */
export function evaluateConst(expression: string, names: Readonly<Record<string, number>>): number {
  const tokens = [...expression.matchAll(TOKEN)].map(([, digits, name, mark, other]) => {
    if (digits !== undefined) return Number(digits);
    if (name !== undefined) return valueOf(name, names, expression);
    if (mark === undefined) throw new Error(`${other ?? 'nothing'} in the constant ${expression}`);
    return mark as Token;
  });
  const value = takeSum(tokens);
  if (tokens.length > 0) throw new Error(`${String(tokens[0])} is left over in the constant ${expression}`);
  return value;
}

function valueOf(name: string, names: Readonly<Record<string, number>>, expression: string): number {
  const value = names[name];
  if (value === undefined) throw new Error(`${name} is unknown in the constant ${expression}`);
  return value;
}

function takeSum(tokens: Token[]): number {
  let sum = takeProduct(tokens);
  while (tokens[0] === '+' || tokens[0] === '-') {
    sum += tokens.shift() === '+' ? takeProduct(tokens) : -takeProduct(tokens);
  }
  return sum;
}

function takeProduct(tokens: Token[]): number {
  let product = takeAtom(tokens);
  while (tokens[0] === '*' || tokens[0] === '/') {
    product = tokens.shift() === '*' ? product * takeAtom(tokens) : Math.floor(product / takeAtom(tokens));
  }
  return product;
}

function takeAtom(tokens: Token[]): number {
  const token = tokens.shift();
  if (typeof token === 'number') return token;
  if (token !== '(') throw new Error(`a constant expression cannot have ${token ?? 'its end'} here`);
  const value = takeSum(tokens);
  if (tokens.shift() !== ')') throw new Error('a bracket is not closed in a constant expression');
  return value;
}
