/**
 * A strided correlation as correlations of step one: weights that are a whole number of strides apart meet the cells that
 * are, so weights and cells fall into phases by their remainder (polyphase decomposition, Crochiere & Rabiner 1983, 3.3).
 */
import type { Plan, Size } from '../../math/geometry.ts';

/** Places along an axis: `first`, `first + step`, … */
export interface Places {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** The cells and the weights of a phase, and how they correlate: the response's size is the whole plan's. */
export interface Phase {
  readonly plan: Plan;
  readonly image: readonly [rows: Places, columns: Places];
  readonly kernel: readonly [rows: Places, columns: Places];
}

interface AxisPhase {
  readonly image: Places;
  readonly kernel: Places;
  readonly padding: readonly [before: number, after: number];
}

/**
 * The phases that hold cells and weights; what is in none of them has no part in the response. Null where the window
 * moves by one anyway, and for dilated kernels.
 */
export function cutPhases(plan: Plan): readonly Phase[] | null {
  const { stride, dilation } = plan.geometry;
  const moves = ([0, 1] as const).some((axis) => stride[axis] > 1 && plan.output[axis] > 1);
  const isDense = ([0, 1] as const).every((axis) => dilation[axis] === 1 || plan.kernel[axis] === 1);
  if (!moves || !isDense) return null;
  return cutAxis(plan, 0).flatMap((rows) => cutAxis(plan, 1).map((columns) => joinAxes(plan, rows, columns)));
}

function cutAxis({ geometry, image, kernel, output }: Plan, axis: 0 | 1): AxisPhase[] {
  const step = geometry.stride[axis];
  const padding = geometry.padding[axis];
  const remainders = Array.from({ length: Math.min(step, kernel[axis]) }, (_, remainder) => remainder);
  return remainders.flatMap((remainder) => {
    const taps = Math.ceil((kernel[axis] - remainder) / step);
    // Of the padded image's cells of this remainder: those that a window sees, and of them those of the image.
    const seen = output[axis] + taps - 1;
    const start = Math.max(0, Math.ceil((padding - remainder) / step));
    const end = Math.min(seen, Math.floor((image[axis] - 1 - remainder + padding) / step) + 1);
    if (end <= start) return [];
    return [
      {
        image: { first: step * start + remainder - padding, step, count: end - start },
        kernel: { first: remainder, step, count: taps },
        padding: [start, seen - end],
      },
    ];
  });
}

function joinAxes(plan: Plan, rows: AxisPhase, columns: AxisPhase): Phase {
  const [top, bottom] = rows.padding;
  const [left, right] = columns.padding;
  return {
    plan: {
      ...plan,
      image: [rows.image.count, columns.image.count],
      kernel: [rows.kernel.count, columns.kernel.count],
      geometry: {
        stride: [1, 1],
        dilation: [1, 1],
        padding: [top, left, bottom, right],
        groups: plan.geometry.groups,
      },
    },
    image: [rows.image, columns.image],
    kernel: [rows.kernel, columns.kernel],
  };
}

/** The values at the places of each of `planes` row-major planes. */
export function takePlaces(
  data: Float32Array,
  planes: number,
  size: Size,
  places: readonly [rows: Places, columns: Places],
): Float32Array {
  const taken = new Float32Array(planes * places[0].count * places[1].count);
  forEachPlace(planes, size, places, (whole, part) => {
    taken[part] = data[whole] ?? 0;
  });
  return taken;
}

/** Puts what `takePlaces` would take back into its places. */
export function putPlaces(
  target: Float32Array,
  planes: number,
  size: Size,
  places: readonly [rows: Places, columns: Places],
  values: Float32Array,
): void {
  forEachPlace(planes, size, places, (whole, part) => {
    target[whole] = values[part] ?? 0;
  });
}

function forEachPlace(
  planes: number,
  [height, width]: Size,
  [rows, columns]: readonly [Places, Places],
  visit: (whole: number, part: number) => void,
): void {
  let part = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let row = 0; row < rows.count; row++) {
      const start = (plane * height + rows.first + row * rows.step) * width + columns.first;
      for (let column = 0; column < columns.count; column++) visit(start + column * columns.step, part++);
    }
  }
}
