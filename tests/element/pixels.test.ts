import { expect, it } from 'vitest';
import { remToPixels } from '../../element/pixels.ts';

it.each([
  ['padding: 1.5rem', 'padding: 24px'],
  ['width: min(34rem, calc(100vw - 2rem))', 'width: min(544px, calc(100vw - 32px))'],
  ['margin: -0.25rem .5rem', 'margin: -4px 8px'],
  ['@media (max-width: 37.5rem)', '@media (max-width: 600px)'],
  ['--text-xl: clamp(1.375rem, 1.1rem + 1.2vw, 1.875rem)', '--text-xl: clamp(22px, 17.6px + 1.2vw, 30px)'],
  ['const theorem = 3; // 2remarks', 'const theorem = 3; // 2remarks'],
])('%s becomes %s', (text, pixels) => {
  expect(remToPixels(text)).toBe(pixels);
});
