/** What scene 1 asks for. */
import { correlate } from '../../math/definition.ts';
import { planCorrelation } from '../../math/geometry.ts';
import { flipGrid, gridTensor, type CorrelationPart, type PlaygroundDocument } from '../document.ts';
import { hasSeveralValues, isNonZero } from './grid-checks.ts';

export const CORRELATION_CHECKS = {
  /** A response of zeros, though the image is not of one value and the kernel not of zeros. */
  'silent-response': ({ correlation }: PlaygroundDocument) =>
    hasSeveralValues(correlation.image) &&
    isNonZero(correlation.kernel) &&
    !isNonZero(responseOf(correlation)),

  /** A response as large as the image, under a kernel of three rows and columns or more. */
  'same-size': ({ correlation: { image, kernel, ...geometry } }: PlaygroundDocument) => {
    const [rows, columns] = planCorrelation(
      [1, 1, image.rows, image.columns],
      [1, 1, kernel.rows, kernel.columns],
      geometry,
    ).output;
    return Math.min(kernel.rows, kernel.columns) >= 3 && rows === image.rows && columns === image.columns;
  },

  /** A kernel of several values that half a turn leaves as it is. */
  'half-turn': ({ correlation: { kernel } }: PlaygroundDocument) =>
    hasSeveralValues(kernel) && flipGrid(kernel).values.every((value, i) => value === kernel.values[i]),
} as const;

function responseOf({ image, kernel, flip, ...geometry }: CorrelationPart): {
  readonly values: readonly number[];
} {
  const laid = flip ? flipGrid(kernel) : kernel;
  return { values: [...correlate(gridTensor(image), gridTensor(laid), geometry).data] };
}
