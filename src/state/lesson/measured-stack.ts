/** What a stack has and sees, of a stack that its image can go through. */
import { axisLayer, planStack, weightCount } from '../../math/stack/layer.ts';
import { receptiveFields } from '../../math/stack/receptive-field.ts';
import { stackImage, type ReceptivePart } from '../stack.ts';

export interface MeasuredStack {
  readonly layers: number;
  readonly weights: number;
  /** Pairs of a feature map at the end and one of the image: a layer in place of all has a kernel for each. */
  readonly maps: number;
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
  const maps = (shapes[0]?.[0] ?? 1) * (shapes.at(-1)?.[0] ?? 1);
  return { layers: layers.length, weights, maps, field, image: [image.rows, image.columns] };
}
