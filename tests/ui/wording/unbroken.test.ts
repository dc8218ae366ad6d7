import { expect, it } from 'vitest';
import { unbroken } from '../../../src/ui/wording/unbroken.ts';

/** No-break spaces as they can be seen. */
const shown = (text: string): string => unbroken(text).replaceAll('\u00a0', '~');

it.each([
  ['sees 3 × 3 cells', 'sees 3~×~3 cells'],
  ['by 1 − rate · λ, where', 'by 1~−~rate~·~λ, where'],
  ['span, (kernel − 1) · dilation + 1; s', 'span, (kernel~−~1)~·~dilation~+~1; s'],
  ['having r = 1 and o = 0', 'having r~=~1 and o~=~0'],
  ['步幅为 −1 的层', '步幅为 −1 的层'],
  ['past −1 it grows', 'past −1 it grows'],
])('%s', (text, kept) => {
  expect(shown(text)).toBe(kept);
});
