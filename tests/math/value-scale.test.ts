import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergingColor } from '../../src/math/ramp.ts';
import { extremesOf, makeScale, scaleColor, scaleSamples } from '../../src/math/value-scale.ts';

const VALUES = [-1, 0, 3];

describe('the ends of a scale', () => {
  it.each([
    ['signed', 'automatic', -1, 3],
    ['signed', 'symmetric', -3, 3],
    ['grey', 'automatic', -1, 3],
    ['absolute', 'symmetric', -3, 3],
  ] as const)('%s, %s: from %d to %d', (colors, kind, low, high) => {
    expect(makeScale(VALUES, colors, { kind })).toEqual({ colors, low, high });
  });

  it('signed colours keep zero, grey ones do not', () => {
    expect(makeScale([2, 5], 'signed', { kind: 'automatic' })).toMatchObject({ low: 0, high: 5 });
    expect(makeScale([2, 5], 'grey', { kind: 'automatic' })).toMatchObject({ low: 2, high: 5 });
  });

  it('are what was set', () => {
    expect(makeScale(VALUES, 'grey', { kind: 'fixed', low: -9, high: 9 })).toMatchObject({
      low: -9,
      high: 9,
    });
  });

  it('are zero where there are no values', () => {
    expect(extremesOf([])).toEqual([0, 0]);
    expect(extremesOf([NaN])).toEqual([0, 0]);
  });
});

describe('signed colours', () => {
  it('are white at zero and end in each arm', () => {
    const scale = makeScale(VALUES, 'signed', { kind: 'automatic' });
    expect(scaleColor(scale, 0, 'light').background).toBe('#ffffff');
    expect(scaleColor(scale, -1, 'light')).toEqual(divergingColor(-1, 1, 'light'));
    expect(scaleColor(scale, 3, 'light')).toEqual(divergingColor(1, 1, 'light'));
  });

  it('are as strong on both sides where the range is symmetric', () => {
    const scale = makeScale(VALUES, 'signed', { kind: 'symmetric' });
    expect(scaleColor(scale, -1, 'dark')).toEqual(divergingColor(-1, 3, 'dark'));
  });
});

describe('grey', () => {
  const scale = { colors: 'grey', low: -1, high: 3 } as const;

  it('goes from ink to white, alike in both themes', () => {
    expect(scaleColor(scale, -1, 'light').background).toBe('#1c1c1c');
    expect(scaleColor(scale, 1, 'light').background).toBe('#8e8e8e');
    expect(scaleColor(scale, 3, 'dark').background).toBe('#ffffff');
  });

  it('is a step where the ends are equal', () => {
    const step = { colors: 'grey', low: 2, high: 2 } as const;
    expect([1, 2, 3].map((value) => scaleColor(step, value, 'light').background)).toEqual([
      '#1c1c1c',
      '#ffffff',
      '#ffffff',
    ]);
  });
});

describe('absolute', () => {
  it('does not know signs', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (value) => {
        const scale = { colors: 'absolute', low: -9, high: 4 } as const;
        expect(scaleColor(scale, -value, 'light')).toEqual(scaleColor(scale, value, 'light'));
      }),
    );
  });

  it('is paper at zero and ink at the end, in both themes', () => {
    const scale = { colors: 'absolute', low: -9, high: 4 } as const;
    expect(scaleColor(scale, 0, 'light').background).toBe('#ffffff');
    expect(scaleColor(scale, -9, 'light').background).toBe('#1c1e22');
    expect(scaleColor(scale, 0, 'dark').background).toBe('#1b1d21');
    expect(scaleColor(scale, 9, 'dark').background).toBe('#eceae4');
  });
});

describe('samples for a legend', () => {
  it('go from end to end', () => {
    expect(scaleSamples({ colors: 'signed', low: -2, high: 2 }, 5)).toEqual([-2, -1, 0, 1, 2]);
    expect(scaleSamples({ colors: 'absolute', low: -8, high: 2 }, 3)).toEqual([0, 4, 8]);
  });
});
