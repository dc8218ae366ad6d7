import { describe, expect, it } from 'vitest';
import {
  completeOptimizer,
  makeOptimizerState,
  optimizerStep,
  OptimizerError,
  type OptimizerSettings,
} from '../../src/math/optimizer.ts';

/** The trajectories of torch.optim are in train.test.ts; here are first steps by hand, defaults and refusals. */
describe('defaults', () => {
  it("are PyTorch's", () => {
    expect(completeOptimizer({ kind: 'sgd', rate: 0.03 })).toEqual({
      kind: 'sgd',
      rate: 0.03,
      momentum: 0,
      dampening: 0,
      nesterov: false,
      weightDecay: 0,
    });
    expect(completeOptimizer({ kind: 'adam', rate: 0.1 })).toEqual({
      kind: 'adam',
      rate: 0.1,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      weightDecay: 0,
    });
  });
});

describe('a step', () => {
  const weights = Float64Array.of(1, -2);
  const gradient = Float64Array.of(4, 8);

  it('ignores dampening on the first step only', () => {
    const settings: OptimizerSettings = { kind: 'sgd', rate: 0.5, momentum: 0.5, dampening: 0.75 };
    const first = optimizerStep(settings, makeOptimizerState(settings, 2), weights, gradient);
    expect([...first.weights]).toEqual([1 - 0.5 * 4, -2 - 0.5 * 8]);
    const second = optimizerStep(settings, first.state, first.weights, gradient);
    // v = 0.5 · [4, 8] + 0.25 · [4, 8] = [3, 6]
    expect([...second.weights]).toEqual([-1 - 1.5, -6 - 3]);
    expect(second.state.step).toBe(2);
  });

  it('looks ahead with Nesterov: g + μ v', () => {
    const settings: OptimizerSettings = { kind: 'sgd', rate: 1, momentum: 0.5, nesterov: true };
    const { weights: moved } = optimizerStep(settings, makeOptimizerState(settings, 2), weights, gradient);
    expect([...moved]).toEqual([1 - (4 + 2), -2 - (8 + 4)]);
  });

  it('adds weight decay to the gradient, before momentum', () => {
    const settings: OptimizerSettings = { kind: 'sgd', rate: 1, momentum: 0.5, weightDecay: 0.5 };
    const { state } = optimizerStep(settings, makeOptimizerState(settings, 2), weights, gradient);
    expect([...state.first]).toEqual([4 + 0.5, 8 - 1]);
  });

  it('of Adam is at first the rate itself, whatever the size of the gradient', () => {
    const settings: OptimizerSettings = { kind: 'adam', rate: 0.25, epsilon: 0 };
    const { weights: moved } = optimizerStep(
      settings,
      makeOptimizerState(settings, 2),
      weights,
      [1e-6, -1e6],
    );
    expect(moved[0]).toBeCloseTo(0.75, 12);
    expect(moved[1]).toBeCloseTo(-1.75, 12);
  });

  it('changes none of its arguments', () => {
    const settings: OptimizerSettings = { kind: 'adam', rate: 0.25 };
    const state = makeOptimizerState(settings, 2);
    optimizerStep(settings, state, weights, gradient);
    expect([...weights, ...gradient]).toEqual([1, -2, 4, 8]);
    expect(state).toEqual(makeOptimizerState(settings, 2));
  });
});

describe('settings that cannot be', () => {
  const sgd = { kind: 'sgd', rate: 0.1 } as const;
  const adam = { kind: 'adam', rate: 0.1 } as const;
  const refused: [OptimizerSettings, field: string, minimum: number | null, maximum: number | null][] = [
    [{ ...sgd, rate: -1 }, 'rate', 0, null],
    [{ ...sgd, rate: Infinity }, 'rate', 0, null],
    [{ ...adam, rate: NaN }, 'rate', 0, null],
    [{ ...sgd, momentum: -0.1 }, 'momentum', 0, null],
    [{ ...sgd, dampening: NaN }, 'dampening', null, null],
    [{ ...sgd, weightDecay: -0.1 }, 'weight-decay', 0, null],
    [{ ...adam, weightDecay: -0.1 }, 'weight-decay', 0, null],
    [{ ...adam, beta1: 1 }, 'beta1', 0, 1],
    [{ ...adam, beta2: -0.5 }, 'beta2', 0, 1],
    [{ ...adam, epsilon: -1e-8 }, 'epsilon', 0, null],
  ];

  it.each(refused)('%o', (settings, field, minimum, maximum) => {
    expect(problemOf(settings)).toMatchObject({ code: 'setting-out-of-range', field, minimum, maximum });
  });

  it.each([
    { ...sgd, nesterov: true },
    { ...sgd, nesterov: true, momentum: 0.9, dampening: 0.1 },
  ])('include Nesterov without what it needs: %o', (settings) => {
    expect(problemOf(settings)).toMatchObject({ code: 'nesterov-needs-momentum' });
    expect(() => completeOptimizer(settings)).toThrow(
      'Nesterov momentum requires a momentum and zero dampening',
    );
  });

  it('name the field, the value and the range', () => {
    expect(() => completeOptimizer({ ...adam, beta1: 1 })).toThrow(
      'beta1 is 1; it must be a finite number from 0 to below 1',
    );
  });

  it('leave the borders in', () => {
    expect(completeOptimizer({ ...sgd, rate: 0, momentum: 1.5, dampening: -1 })).toMatchObject({ rate: 0 });
    expect(completeOptimizer({ ...adam, beta1: 0, beta2: 0, epsilon: 0 })).toMatchObject({ epsilon: 0 });
  });
});

function problemOf(settings: OptimizerSettings): unknown {
  try {
    completeOptimizer(settings);
  } catch (error) {
    if (error instanceof OptimizerError) return error.problem;
  }
  return null;
}
