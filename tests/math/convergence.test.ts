import { describe, expect, it } from 'vitest';
import { bestRate, errorFactor, stableRate, type SgdSettings } from '../../src/math/convergence.ts';
import { makeOptimizerState, optimizerStep } from '../../src/math/optimizer.ts';
import training from '../fixtures/training.json';

const [smallest = NaN, largest = NaN] = [...training.hessian_eigenvalues].sort((a, b) => a - b);
const plain: SgdSettings = { kind: 'sgd', rate: 0.03 };

/** |error| after `steps` updates of one weight on the loss ½ h w², from 1. */
function errorAfter(settings: SgdSettings, curvature: number, steps: number): number {
  let weights: Float64Array = Float64Array.of(1);
  let state = makeOptimizerState(settings, 1);
  for (let i = 0; i < steps; i++) {
    ({ weights, state } = optimizerStep(settings, state, weights, [curvature * (weights[0] ?? 0)]));
  }
  return Math.abs(weights[0] ?? 0);
}

describe("the article's rate", () => {
  it('changes the error by −0.8 and 0.64 a step', () => {
    expect(errorFactor(plain, largest).value).toBeCloseTo(-0.8, 12);
    expect(errorFactor(plain, smallest).value).toBeCloseTo(0.64, 12);
  });

  it('is 90 % of the largest stable one; the best is 1/36', () => {
    expect(0.03 / stableRate(plain, largest)).toBeCloseTo(0.9, 12);
    expect(stableRate(plain, largest)).toBeCloseTo(training.max_stable_lr, 12);
    expect(bestRate(plain, smallest, largest)).toBeCloseTo(training.best_fixed_lr, 12);
  });
});

const variants: readonly [string, SgdSettings][] = [
  ['plain', plain],
  ['weight decay', { ...plain, weightDecay: 5 }],
  ['momentum', { ...plain, momentum: 0.9 }],
  ['momentum and dampening', { ...plain, momentum: 0.8, dampening: 0.5 }],
  ['momentum and weight decay', { ...plain, momentum: 0.5, weightDecay: 3 }],
  ['Nesterov', { ...plain, momentum: 0.9, nesterov: true }],
];

describe.each(variants)('%s', (_, settings) => {
  it.each([0.2, 0.5, 0.9, 0.99])('predicts what updates do at %d of the limit', (share) => {
    const rate = share * stableRate(settings, largest);
    const { value, swings } = errorFactor({ ...settings, rate }, largest);
    expect(Math.abs(value)).toBeLessThan(1);
    // A swinging error passes through zero; its envelope is what shrinks, so several ends are looked at.
    const window = swings ? 40 : 1;
    const top = (from: number): number =>
      Math.max(
        ...Array.from({ length: window }, (_unused, i) =>
          errorAfter({ ...settings, rate }, largest, from + i),
        ),
      );
    const steps = 200;
    const measured = (top(60 + steps) / top(60)) ** (1 / steps);
    if (top(60 + steps) > 1e-250) expect(measured).toBeCloseTo(Math.abs(value), 2);
  });

  it('diverges just above the limit and not just below', () => {
    const limit = stableRate(settings, largest);
    expect(errorAfter({ ...settings, rate: limit * 1.01 }, largest, 4000)).toBeGreaterThan(1e3);
    expect(errorAfter({ ...settings, rate: limit * 0.99 }, largest, 4000)).toBeLessThan(1e-3);
  });

  it('has no better rate than the best', () => {
    const slowest = (rate: number): number =>
      Math.max(...[smallest, largest].map((h) => Math.abs(errorFactor({ ...settings, rate }, h).value)));
    const best = bestRate(settings, smallest, largest);
    for (let i = 1; i < 200; i++) {
      expect(slowest(best)).toBeLessThanOrEqual(slowest((i / 200) * stableRate(settings, largest)) + 1e-7);
    }
  });
});

it('has no limit where nothing curves', () => {
  expect(stableRate(plain, 0)).toBe(Infinity);
  expect(bestRate(plain, 0, 0)).toBe(Infinity);
});
