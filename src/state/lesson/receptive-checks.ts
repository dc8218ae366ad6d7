/** What scene 4 asks for, of stacks that its image can go through. */
import { axisLayer, planStack, weightCount, type MapShape } from '../../math/stack/layer.ts';
import { receptiveFields } from '../../math/stack/receptive-field.ts';
import type { PlaygroundDocument } from '../document.ts';
import { stackImage } from '../stack.ts';

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

interface MeasuredStack {
  readonly layers: number;
  readonly weights: number;
  /** Of the last element, down and to the right. */
  readonly field: readonly number[];
  readonly image: readonly number[];
}

function asksOf(isMet: (stack: MeasuredStack) => boolean): (document: PlaygroundDocument) => boolean {
  return (document) => {
    const stack = measured(document);
    return stack !== null && isMet(stack);
  };
}

/** Null for a stack that the image does not go through. */
function measured({ receptive: { image, layers } }: PlaygroundDocument): MeasuredStack | null {
  const { shapes, fault } = planStack(stackImage(image), layers);
  if (fault) return null;
  const field = ([0, 1] as const).map(
    (axis) => receptiveFields(layers.map((layer) => axisLayer(layer, axis))).at(-1)?.size ?? 1,
  );
  const weights = layers.reduce((sum, layer, i) => sum + weightCount(layer, channelsOf(shapes[i])), 0);
  return { layers: layers.length, weights, field, image: [image.rows, image.columns] };
}

function channelsOf(shape: MapShape | undefined): number {
  return shape?.[0] ?? 1;
}
