/** "Deeper for wider", on the stack of the figure. */
import { expect, test } from 'vitest';
import { setStackDepth } from '../../../src/state/actions/stack-depth.ts';
import { useStackExample } from '../../../src/state/actions/receptive.ts';
import { uniformDepth } from '../../../src/state/stack-depth.ts';
import { measureStack } from '../../../src/state/lesson/measured-stack.ts';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { after, failureOf } from './run-action.ts';

const fieldOf = (depth: { layers: number; kernel: number }) =>
  measureStack(after(setStackDepth, depth).receptive);

test('the article’s stack is two layers of 2×2', () => {
  expect(uniformDepth(DEFAULT_DOCUMENT.receptive.layers)).toEqual({ layers: 2, kernel: 2 });
});

test.each([
  [{ layers: 3, kernel: 2 }, 4, 12],
  [{ layers: 3, kernel: 3 }, 7, 27],
  [{ layers: 8, kernel: 7 }, 49, 392],
  [{ layers: 1, kernel: 2 }, 2, 4],
])('%o sees a square of side %i with %i weights, all of the image', (depth, side, weights) => {
  expect(fieldOf(depth)).toEqual({
    layers: depth.layers,
    weights,
    maps: 1,
    field: [side, side],
    image: [side, side],
  });
});

test('LeNet-5 sees 32×32 by 8950 weights, where one layer with its 16 maps has 32 · 32 · 16', () => {
  const { receptive } = after(useStackExample, 'lenet');
  expect(measureStack(receptive)).toMatchObject({ weights: 150 + 2400 + 6400, field: [32, 32], maps: 16 });
});

test('deeper and back is the stack and the image that there were', () => {
  const deep = after(setStackDepth, { layers: 5, kernel: 2 });
  expect(after(setStackDepth, { layers: 2, kernel: 2 }, deep).receptive).toEqual(DEFAULT_DOCUMENT.receptive);
});

test('an image that is large enough stays', () => {
  const document = after(useStackExample, 'deep');
  expect(after(setStackDepth, { layers: 2, kernel: 3 }, document).receptive.image).toBe(
    document.receptive.image,
  );
  expect(uniformDepth(document.receptive.layers)).toBeNull();
});

test('more layers than there can be are refused', () => {
  expect(failureOf(setStackDepth, { layers: 9, kernel: 2 })).toMatchObject({ code: 'out-of-range' });
});
