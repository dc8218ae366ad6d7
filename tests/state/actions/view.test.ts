import { describe, expect, it } from 'vitest';
import { setScaleColors, setScaleRange } from '../../../src/state/actions/view.ts';
import { after, failureOf } from './run-action.ts';

const fixed = (low: number, high: number) => ({ kind: 'fixed' as const, low, high });

describe('the colours of responses', () => {
  it('are chosen apart from their range', () => {
    const coloured = after(setScaleColors, 'absolute');
    expect(after(setScaleRange, fixed(-1, 4), coloured).view).toEqual({
      colors: 'absolute',
      range: { kind: 'fixed', low: -1, high: 4 },
    });
  });

  it('may end at one value, as a step', () => {
    expect(after(setScaleRange, fixed(2, 2)).view.range).toEqual(fixed(2, 2));
  });

  it('have their ends in order', () => {
    expect(failureOf(setScaleRange, fixed(3, 2))).toMatchObject({
      code: 'out-of-range',
      field: 'scale-low',
      range: { maximum: 2 },
    });
  });

  it('end at numbers', () => {
    expect(failureOf(setScaleRange, fixed(NaN, 2))).toMatchObject({ field: 'scale-low' });
    expect(failureOf(setScaleRange, fixed(0, 1e13))).toMatchObject({ field: 'scale-high' });
  });
});
