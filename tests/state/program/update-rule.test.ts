import { describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT, type LearningOptimizer } from '../../../src/state/document.ts';
import { chainText } from '../../../src/state/program/chain.ts';
import type { Expression } from '../../../src/state/program/expression.ts';
import { infixText, MATLAB_SIGN, PYTHON_SIGN } from '../../../src/state/program/infix.ts';
import { biasRule, updateRule } from '../../../src/state/program/update-rule.ts';

const SGD = { kind: 'sgd', momentum: 0, dampening: 0, nesterov: false, weightDecay: 0 } as const;
const python = { sqrt: 'np.sqrt', sign: PYTHON_SIGN };
const matlab = { sqrt: 'sqrt', sign: MATLAB_SIGN };
const ruleOf = (optimizer: LearningOptimizer) =>
  updateRule({ ...DEFAULT_DOCUMENT.learning, rate: 0.1, optimizer }).assignments;

describe('a rule names only what its settings need', () => {
  it.each<[string, LearningOptimizer, readonly string[]]>([
    ['descent', SGD, ['W = W - 0.1 * gradient']],
    ['dampening without momentum is none', { ...SGD, dampening: 0.5 }, ['W = W - 0.1 * gradient']],
    [
      'decay and Nesterov',
      { ...SGD, momentum: 0.9, nesterov: true, weightDecay: 0.01 },
      [
        'gradient = gradient + 0.01 * W',
        'velocity = 0.9 * velocity + gradient',
        'W = W - 0.1 * (gradient + 0.9 * velocity)',
      ],
    ],
    [
      'dampening spares the first epoch',
      { ...SGD, momentum: 0.9, dampening: 0.5 },
      ['velocity = 0.9 * velocity + (1 - 0.5 * (epoch > 1)) * gradient', 'W = W - 0.1 * velocity'],
    ],
  ])('%s', (_, optimizer, lines) => {
    expect(ruleOf(optimizer).map(({ name, value }) => `${name} = ${infixText(value, python)}`)).toEqual(
      lines,
    );
  });
});

describe('where weights are frozen, and there is a bias', () => {
  const part = {
    ...DEFAULT_DOCUMENT.learning,
    rate: 0.1,
    optimizer: { ...SGD, momentum: 0.9, weightDecay: 0.5 },
  };
  const textsOf = ({ assignments }: ReturnType<typeof updateRule>, text: (value: Expression) => string) =>
    assignments.map(({ name, value }) => `${name} = ${text(value)}`);

  it('frozen weights do not decay', () => {
    const rule = updateRule({ ...part, frozen: [0] });
    expect(textsOf(rule, (value) => infixText(value, matlab))[0]).toBe(
      'gradient = gradient + 0.5 * free .* W',
    );
    expect(textsOf(rule, chainText)[0]).toBe('gradient = gradient.add(free.mul(0.5).mul(W))');
  });

  it('the bias follows the same rule with a memory of its own', () => {
    const rule = biasRule({ ...part, bias: true });
    expect(rule.memory).toEqual(['bias_velocity']);
    expect(textsOf(rule, (value) => infixText(value, python))).toEqual([
      'bias_gradient = bias_gradient + 0.5 * bias',
      'bias_velocity = 0.9 * bias_velocity + bias_gradient',
      'bias = bias - 0.1 * bias_velocity',
    ]);
    expect(textsOf(rule, chainText)[1]).toBe('bias_velocity = biasVelocity.mul(0.9).add(biasGradient)');
  });

  it('there is none for a learner without a bias', () => {
    expect(biasRule(part)).toEqual({ memory: [], assignments: [] });
  });
});

describe('Adam in three notations', () => {
  const adam = ruleOf({ kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 });
  const [, second, weights] = adam.map(({ value }) => value);

  it('Python', () => {
    expect(infixText(weights ?? 0, python)).toBe(
      'W - 0.1 * (first / (1 - 0.9 ** epoch)) / (np.sqrt(second / (1 - 0.999 ** epoch)) + 1e-8)',
    );
  });

  it('MATLAB marks what is element by element', () => {
    expect(infixText(second ?? 0, matlab)).toBe('0.999 * second + (1 - 0.999) * gradient .^ 2');
    expect(infixText(weights ?? 0, matlab)).toContain('./ (sqrt(second / (1 - 0.999 ^ epoch)) + 1e-8)');
  });

  it('TensorFlow.js calls methods of tensors', () => {
    expect(chainText(second ?? 0)).toBe('second.mul(0.999).add(gradient.square().mul(1 - 0.999))');
  });
});
