import { expect, test } from 'vitest';
import { DEFAULT_DOCUMENT } from '../../src/state/document.ts';
import { sceneMultiplyAdds } from '../../src/state/scene-size.ts';

test.each([
  ['correlation', 2 * 2 * 4],
  ['edges', 6 * 7 * 2],
  ['learning', 6 * 7 * 2],
  ['receptive', 2 * 2 * 4 + 4],
] as const)('the example of scene %s takes %d multiply-adds', (scene, expected) => {
  expect(sceneMultiplyAdds(DEFAULT_DOCUMENT, scene)).toBe(expected);
});

test('scene 1 counts with its stride, padding and dilation', () => {
  const correlation = {
    ...DEFAULT_DOCUMENT.correlation,
    stride: [2, 1],
    padding: [1, 1, 1, 1],
    dilation: [2, 2],
  } as const;
  // Five by five cells with padding, windows three cells wide: two by three of them.
  expect(sceneMultiplyAdds({ ...DEFAULT_DOCUMENT, correlation }, 'correlation')).toBe(2 * 3 * 4);
});
