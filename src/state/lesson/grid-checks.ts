/** What tasks ask of a grid. */
import { correlate } from '../../math/definition.ts';
import { gridTensor, type NumberGrid } from '../document.ts';

type Values = Pick<NumberGrid, 'values'>;

export function hasSeveralValues({ values }: Values): boolean {
  return new Set(values).size > 1;
}

export function isNonZero({ values }: Values): boolean {
  return values.some((value) => value !== 0);
}

/** Whether a kernel answers with anything but zeros; null where it does not fit into the image. */
export function answersTo(image: NumberGrid, kernel: NumberGrid): boolean | null {
  if (kernel.rows > image.rows || kernel.columns > image.columns) return null;
  return isNonZero({ values: [...correlate(gridTensor(image), gridTensor(kernel)).data] });
}
