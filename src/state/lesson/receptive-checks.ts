/** What scene 4 asks for, of stacks that its image can go through and that the reader has built. */
import type { PlaygroundDocument } from '../document.ts';
import type { ReceptivePart, StackLayer } from '../stack.ts';
import { STACK_EXAMPLES, stackExample } from '../stack-examples.ts';
import { measureStack, type MeasuredStack } from './measured-stack.ts';

const FEW_WEIGHTS = 50;

export const RECEPTIVE_CHECKS = {
  /** A field of 7×7 through three layers. */
  'seven-by-seven': asksOf(({ layers, field }) => layers === 3 && field.every((side) => side === 7)),

  /** A field of 17×17 or more for fifty weights or fewer. */
  'thrifty-field': asksOf(
    ({ weights, field }) => weights <= FEW_WEIGHTS && field.every((side) => side >= 17),
  ),

  /** A field larger than the image, in both directions. */
  'past-the-image': asksOf(({ field, image }) => field.every((side, axis) => side > (image[axis] ?? 0))),
} as const;

function asksOf(isMet: (stack: MeasuredStack) => boolean): (document: PlaygroundDocument) => boolean {
  return ({ receptive }) => {
    const stack = measureStack(receptive);
    return stack !== null && isMet(stack) && !isExample(receptive);
  };
}

/** An example as it is, whatever its weights: choosing it is no answer. */
function isExample({ image, layers }: ReceptivePart): boolean {
  return STACK_EXAMPLES.map(stackExample).some(
    (example) =>
      example.image.rows === image.rows &&
      example.image.columns === image.columns &&
      shapesOf(example.layers) === shapesOf(layers),
  );
}

function shapesOf(layers: readonly StackLayer[]): string {
  return JSON.stringify(layers, (key, value: unknown) => (key === 'weights' ? undefined : value));
}
