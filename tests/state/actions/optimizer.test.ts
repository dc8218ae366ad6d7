import { describe, expect, it } from 'vitest';
import {
  setLoss,
  setNesterov,
  setOptimizerKind,
  setOptimizerNumber,
} from '../../../src/state/actions/optimizer.ts';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { after, failureOf } from './run-action.ts';

const heavy = after(setOptimizerNumber, { field: 'momentum', value: 0.9 });

describe('SGD', () => {
  it('takes its numbers in their ranges', () => {
    expect(heavy.learning.optimizer).toMatchObject({ kind: 'sgd', momentum: 0.9 });
    expect(failureOf(setOptimizerNumber, { field: 'momentum', value: 1 })).toMatchObject({
      field: 'momentum',
    });
    expect(failureOf(setOptimizerNumber, { field: 'weight-decay', value: -1 })).toMatchObject({
      field: 'weight-decay',
    });
    expect(failureOf(setOptimizerNumber, { field: 'dampening', value: NaN })).toMatchObject({
      code: 'not-a-number',
    });
  });

  it('takes Nesterov with a momentum and without dampening only', () => {
    expect(failureOf(setNesterov, true)).toMatchObject({ code: 'nesterov-needs-momentum' });
    const nesterov = after(setNesterov, true, heavy);
    expect(nesterov.learning.optimizer).toMatchObject({ nesterov: true, momentum: 0.9 });
    expect(failureOf(setOptimizerNumber, { field: 'momentum', value: 0 }, nesterov)).toMatchObject({
      code: 'nesterov-needs-momentum',
    });
    expect(failureOf(setOptimizerNumber, { field: 'dampening', value: 0.5 }, nesterov)).toMatchObject({
      code: 'nesterov-needs-momentum',
    });
  });

  it('has no betas', () => {
    expect(after(setOptimizerNumber, { field: 'beta1', value: 0.5 })).toEqual(DEFAULT_DOCUMENT);
  });
});

describe('Adam', () => {
  const adam = after(
    setOptimizerKind,
    'adam',
    after(setOptimizerNumber, { field: 'weight-decay', value: 0.1 }),
  );

  it("begins with PyTorch's defaults and the same weight decay", () => {
    expect(adam.learning.optimizer).toEqual({
      kind: 'adam',
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      weightDecay: 0.1,
    });
  });

  it('refuses betas of 1 and an epsilon of 0', () => {
    expect(failureOf(setOptimizerNumber, { field: 'beta2', value: 1 }, adam)).toMatchObject({
      field: 'beta2',
    });
    expect(failureOf(setOptimizerNumber, { field: 'epsilon', value: 0 }, adam)).toMatchObject({
      field: 'epsilon',
    });
  });

  it('gives way to plain descent', () => {
    expect(after(setOptimizerKind, 'sgd', adam).learning.optimizer).toMatchObject({
      kind: 'sgd',
      momentum: 0,
    });
  });
});

it('the loss is a sum or a mean', () => {
  expect(after(setLoss, 'mean').learning.loss).toBe('mean');
});
