import { expect, it } from 'vitest';
import { planCorrelation } from '../../src/math/geometry.ts';
import { multiplyAdds } from '../../src/math/multiply-adds.ts';

it.each([
  ['the article, §1: 2×2 windows of four', [1, 1, 3, 3], [1, 1, 2, 2], {}, 16],
  ['the article, §2: 6×7 windows of two', [1, 1, 6, 8], [1, 1, 1, 2], {}, 84],
  [
    'a layer: 32 kernels, 16 channels, 64×64 windows of nine',
    [1, 16, 128, 128],
    [32, 16, 3, 3],
    { stride: [2, 2], padding: [1, 1, 1, 1] },
    32 * 16 * 64 * 64 * 9,
  ],
  ['two images, a kernel for each channel', [2, 3, 4, 4], [3, 1, 2, 2], { groups: 3 }, 2 * 3 * 9 * 4],
] as const)('%s', (_, image, kernel, geometry, expected) => {
  expect(multiplyAdds(planCorrelation(image, kernel, geometry))).toBe(expected);
});
