import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergingColor, magnitudeColor, relativeLuminance, type Theme } from '../../src/math/ramp.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'light-strong', 'dark-strong'];
const PAPER: Readonly<Record<Theme, string>> = {
  light: '#ffffff',
  dark: '#1b1d21',
  'light-strong': '#ffffff',
  'dark-strong': '#000000',
};
/** WCAG 2.2, 1.4.3, and 1.4.6 where contrast is to be high. */
const LEAST: Readonly<Record<Theme, number>> = { light: 4.5, dark: 4.5, 'light-strong': 7, 'dark-strong': 7 };

describe.each(THEMES)('the %s ramp', (theme) => {
  it('is paper at zero, and for what is no number', () => {
    for (const value of [0, -0, NaN]) {
      expect(divergingColor(value, 2, theme).background).toBe(PAPER[theme]);
      expect(divergingColor(value, 0, theme).background).toBe(PAPER[theme]);
    }
    expect(divergingColor(1, NaN, theme).background).toBe(PAPER[theme]);
    expect(divergingColor(1, Infinity, theme).background).toBe(PAPER[theme]);
  });

  it('ends at the limit', () => {
    for (const sign of [-1, 1]) {
      const end = divergingColor(sign * 2, 2, theme);
      expect(divergingColor(sign * 9, 2, theme)).toEqual(end);
      expect(divergingColor(sign * Infinity, 2, theme)).toEqual(end);
      expect(divergingColor(sign * Infinity, Infinity, theme)).toEqual(end);
      expect(divergingColor(sign, 0, theme)).toEqual(end);
    }
  });

  it('keeps text readable everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
        const { background, ink } = divergingColor(value, 1, theme);
        expect(contrast(background, ink)).toBeGreaterThanOrEqual(LEAST[theme]);
      }),
      { numRuns: 500 },
    );
  });

  it('is monotone in lightness along both arms, away from the paper', () => {
    for (const sign of [-1, 1]) {
      const steps = Array.from({ length: 65 }, (_, i) => luminanceAt((sign * i) / 64));
      const away = theme.startsWith('light') ? -1 : 1;
      steps.slice(1).forEach((luminance, i) => {
        expect(away * (luminance - (steps[i] ?? NaN))).toBeGreaterThan(0);
      });
    }
  });

  it('is blue below zero and red above, further apart the larger', () => {
    for (let value = 0.125; value <= 1; value += 0.125) {
      const [redBelow, , blueBelow] = channels(divergingColor(-value, 1, theme).background);
      const [redAbove, , blueAbove] = channels(divergingColor(value, 1, theme).background);
      expect(blueBelow - redBelow).toBeGreaterThan(20);
      expect(redAbove - blueAbove).toBeGreaterThan(20);
    }
  });

  it('gives equal magnitudes about equal weight', () => {
    for (let value = 0; value <= 1; value += 0.125) {
      const ratio = (luminanceAt(value) + 0.05) / (luminanceAt(-value) + 0.05);
      expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.35);
    }
  });

  function luminanceAt(value: number): number {
    return relativeLuminance(channels(divergingColor(value, 1, theme).background));
  }
});

describe.each(['light-strong', 'dark-strong'] as const)('in high contrast, %s', (theme) => {
  // WCAG 2.2, 1.4.11. Black on a colour, and that colour on white, are 21:1 together: with 7:1 for ink there is just 3:1 left.
  it('ends at about 3:1 against zero', () => {
    for (const end of [-1, 1]) {
      const color = divergingColor(end, 1, theme).background;
      expect(contrast(color, PAPER[theme])).toBeGreaterThan(2.95);
    }
    expect(contrast(magnitudeColor(1, 1, theme).background, PAPER[theme])).toBeGreaterThan(2.95);
  });

  it('keeps text on magnitudes at 7:1', () => {
    for (let step = 0; step <= 64; step++) {
      const { background, ink } = magnitudeColor(step, 64, theme);
      expect(contrast(background, ink)).toBeGreaterThanOrEqual(7);
    }
  });
});

it('measures luminance as WCAG does', () => {
  // WCAG's own published examples: #777777 on white is 4.48:1, #767676 is 4.54:1.
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [a, b]
    .map((color) => relativeLuminance(channels(color)) + 0.05)
    .sort((x, y) => x - y);
  return high / low;
}

function channels(color: string): [number, number, number] {
  expect(color).toMatch(/^#[0-9a-f]{6}$/);
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}
