/** Text is readable on whatever it stands on, in each theme and contrast: WCAG 2.2, 1.4.3 and, in high contrast, 1.4.6. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const SHEET = readFileSync(new URL('../../../src/ui/style/tokens.css', import.meta.url), 'utf8');

const SURFACES = ['--paper', '--surface', '--sunken', '--sunken-strong'];
const TINTS = ['--kernel-tint', '--target-tint', '--gradient-tint', '--fault-tint'];
/** Inks, and what each stands on. */
const PAIRS: readonly (readonly [ink: string, grounds: readonly string[]])[] = [
  ['--ink', [...SURFACES, ...TINTS]],
  ['--ink-soft', ['--paper', '--surface', '--sunken']],
  ['--paper', ['--ink']],
  ['--kernel-ink', ['--paper', '--surface', '--kernel-tint']],
  ...['--target', '--gradient', '--response', '--field', '--jump', '--fault'].map(
    (ink) => [ink, ['--paper', '--surface']] as const,
  ),
];

describe.each([
  ['plain', 4.5, 3],
  ['strong', 7, 7],
] as const)('%s contrast', (contrast, text, frames) => {
  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    const colorOf = (token: string): string => resolve(token, contrast, scheme);

    test.each(PAIRS)(`%s has ${String(text)} to 1 on %j`, (ink, grounds) => {
      for (const ground of grounds)
        expect(ratio(colorOf(ink), colorOf(ground)), ground).toBeGreaterThanOrEqual(text);
    });

    // What is no text: 3 to 1 (WCAG 2.2, 1.4.11).
    test.each(['--focus', '--rule-strong', '--kernel-line'])(`%s shows on paper`, (token) => {
      for (const ground of ['--paper', '--surface'])
        expect(ratio(colorOf(token), colorOf(ground))).toBeGreaterThanOrEqual(frames);
    });
  });
});

test('high contrast is black on white, or white on black, with frames of 2 pixels and rings of 3', () => {
  const extremes = (scheme: 'light' | 'dark') =>
    ['--paper', '--surface', '--ink', '--rule-strong'].map((token) => resolve(token, 'strong', scheme));
  expect(extremes('light')).toEqual(['#ffffff', '#ffffff', '#000000', '#000000']);
  expect(extremes('dark')).toEqual(['#000000', '#000000', '#ffffff', '#ffffff']);
  // The frame of the window, too, shows on paper.
  for (const scheme of ['light', 'dark'] as const)
    expect(
      ratio(resolve('--kernel', 'strong', scheme), resolve('--paper', 'strong', scheme)),
    ).toBeGreaterThan(3);
  expect(['--line', '--ring'].map((token) => part(token, 'strong'))).toEqual(['2px', '3px']);
});

/** What the sheet says of a token: of two contrasts, written side by side, the one that is asked for. */
function part(token: string, contrast: 'plain' | 'strong'): string {
  const [, said = ''] = new RegExp(`^  ${token}: (.*);$`, 'm').exec(SHEET) ?? [];
  if (!said.startsWith('var(')) return said;
  const [, plain = '', strong = ''] = /^var\(--plain, (.*)\) var\(--strong, (.*)\)$/.exec(said) ?? [];
  return contrast === 'plain' ? plain : strong;
}

function resolve(token: string, contrast: 'plain' | 'strong', scheme: 'light' | 'dark'): string {
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(part(token, contrast)) ?? [];
  const color = scheme === 'light' ? light : dark;
  if (!color) throw new Error(`no colour is said of ${token}`);
  return color;
}

function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
