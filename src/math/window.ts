/** What explains one element: the window under the kernel, and where an image cell goes. */
import type { Plan } from './geometry.ts';

/** One product of a window. Outside the image (`inside` false) the cell is padding, and its value 0. */
export interface Tap {
  readonly kernelRow: number;
  readonly kernelColumn: number;
  readonly imageRow: number;
  readonly imageColumn: number;
  readonly inside: boolean;
}

/** The taps of response element (row, column), row-major in the kernel; for one image and one channel. */
export function windowOf(plan: Plan, row: number, column: number): readonly Tap[] {
  const { stride, padding, dilation } = plan.geometry;
  const [kernelHeight, kernelWidth] = plan.kernel;
  return Array.from({ length: kernelHeight * kernelWidth }, (_, i) => {
    const kernelRow = Math.floor(i / kernelWidth);
    const kernelColumn = i % kernelWidth;
    const imageRow = row * stride[0] + kernelRow * dilation[0] - padding[0];
    const imageColumn = column * stride[1] + kernelColumn * dilation[1] - padding[1];
    return { kernelRow, kernelColumn, imageRow, imageColumn, inside: isInside(plan, imageRow, imageColumn) };
  });
}

/** The response elements whose window holds this image or padding cell, row-major: `[row, column]` each. */
export function fedBy(
  plan: Plan,
  imageRow: number,
  imageColumn: number,
): readonly (readonly [row: number, column: number])[] {
  const columns = fedAlong(plan, 1, imageColumn);
  return fedAlong(plan, 0, imageRow).flatMap((row) => columns.map((column) => [row, column] as const));
}

// Along an axis: y with y · stride + i · dilation − padding = cell for some i of the kernel, ascending.
function fedAlong({ geometry, kernel, output }: Plan, axis: 0 | 1, cell: number): readonly number[] {
  const fed: number[] = [];
  for (let i = kernel[axis] - 1; i >= 0; i--) {
    const y = (cell + geometry.padding[axis] - i * geometry.dilation[axis]) / geometry.stride[axis];
    if (Number.isInteger(y) && y >= 0 && y < output[axis]) fed.push(y);
  }
  return fed;
}

function isInside({ image }: Plan, row: number, column: number): boolean {
  return row >= 0 && row < image[0] && column >= 0 && column < image[1];
}
