/** What a stack has and sees, of a stack that its image can go through. */
import { axisLayer, planStack, weightCount } from '../../math/stack/layer.ts';
import { receptiveFields } from '../../math/stack/receptive-field.ts';
import { stackImage, type ReceptivePart } from '../stack.ts';

export interface MeasuredStack {
  readonly layers: number;
  readonly weights: number;
  /** Of the last element, down and to the right. */
  readonly field: readonly number[];
  readonly image: readonly number[];
}

/** Null for a stack that the image does not go through. */
export function measureStack({ image, layers }: ReceptivePart): MeasuredStack | null {
  const { shapes, faultAt } = planStack(stackImage(image), layers);
  if (faultAt !== null) return null;
  const field = ([0, 1] as const).map(
    (axis) => receptiveFields(layers.map((layer) => axisLayer(layer, axis))).at(-1)?.size ?? 1,
  );
  const weights = layers.reduce((sum, layer, i) => sum + weightCount(layer, shapes[i]?.[0] ?? 1), 0);
  return { layers: layers.length, weights, field, image: [image.rows, image.columns] };
}
