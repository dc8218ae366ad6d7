/**
 * dL/dimage as correlations of the upstream with the flipped kernel (Dumoulin & Visin 2016, §4): one for each place
 * that an image cell can have in the stride, with the taps that reach such cells.
 */
import type { Plan } from '../../../math/geometry.ts';
import { sweepResponse } from './correlate.ts';
import type { Heap } from './heap.ts';
import type { Band, Sweep } from './sweep.ts';

/** Along one axis: image cells `first + q · stride`, and the taps that reach them from response cell to cell. */
interface Phase {
  readonly first: number;
  /** How many such cells there are. */
  readonly cells: number;
  /** Kernel places, from the last to the first. */
  readonly taps: readonly number[];
  /** Response cells between neighbouring taps. */
  readonly dilation: number;
  /** Response cell under the first of the taps, for the first image cell. */
  readonly origin: number;
}

/** One of the correlations. */
interface PhaseSweep {
  readonly rows: Phase;
  readonly columns: Phase;
  readonly sweep: Sweep;
}

/** One for each pair of places in the stride that a tap reaches. */
export function makePhaseSweeps(plan: Plan): readonly PhaseSweep[] {
  const vertical = makePhases(plan, 0);
  const horizontal = makePhases(plan, 1);
  return vertical.flatMap((rows) =>
    horizontal.map((columns) => ({ rows, columns, sweep: makePhaseSweep(plan, rows, columns) })),
  );
}

/** Whether one correlation gives the whole gradient, dense: cells are not apart by a stride. */
export function isSingle({ geometry: { stride } }: Plan): boolean {
  return stride[0] === 1 && stride[1] === 1;
}

/** Writes all of `gradient` `[batch, channels, height, width]`, zeros where no window reaches. */
export function sweepImageGradient(
  heap: Heap,
  plan: Plan,
  phases: readonly PhaseSweep[],
  upstream: Float32Array,
  kernel: Float32Array,
  gradient: Float32Array,
): void {
  const [strideY, strideX] = plan.geometry.stride;
  if (phases.length < strideY * strideX) gradient.fill(0);
  for (const { rows, columns, sweep } of phases) {
    const weights = flipKernel(plan, kernel, { rows, columns });
    const take = makeScatter(plan, gradient, rows.first, columns.first, columns.cells);
    sweepResponse(heap, sweep, upstream, weights, take);
  }
}

function makePhases({ image, kernel, geometry }: Plan, axis: 0 | 1): Phase[] {
  const stride = geometry.stride[axis];
  const dilation = geometry.dilation[axis];
  const padding = geometry.padding[axis];
  const phases: Phase[] = [];
  for (let first = 0; first < Math.min(stride, image[axis]); first++) {
    const taps: number[] = [];
    for (let place = kernel[axis] - 1; place >= 0; place--) {
      if ((first + padding - place * dilation) % stride === 0) taps.push(place);
    }
    const [last, before = last] = taps;
    if (last === undefined || before === undefined) continue;
    phases.push({
      first,
      cells: Math.ceil((image[axis] - first) / stride),
      taps,
      dilation: Math.max(1, ((last - before) * dilation) / stride),
      origin: (first + padding - last * dilation) / stride,
    });
  }
  return phases;
}

function makePhaseSweep(plan: Plan, rows: Phase, columns: Phase): Sweep {
  return {
    batch: plan.batch,
    groups: plan.geometry.groups,
    inPerGroup: plan.outPerGroup,
    outPerGroup: plan.inPerGroup,
    image: plan.output,
    kernel: [rows.taps.length, columns.taps.length],
    output: [rows.cells, columns.cells],
    stride: [1, 1],
    dilation: [rows.dilation, columns.dilation],
    origin: [rows.origin, columns.origin],
  };
}

/** The weights `[groups · inPerGroup, outPerGroup, rows, columns]` of a phase, of the kernel `[outs, inPerGroup, kh, kw]`. */
export function flipKernel(
  { geometry: { groups }, inPerGroup, outPerGroup, kernel: [height, width] }: Plan,
  kernel: Float32Array,
  { rows, columns }: Pick<PhaseSweep, 'rows' | 'columns'>,
): Float32Array {
  const planes = groups * inPerGroup * outPerGroup;
  const flipped = new Float32Array(planes * rows.taps.length * columns.taps.length);
  let at = 0;
  for (let channel = 0; channel < groups * inPerGroup; channel++) {
    const group = Math.floor(channel / inPerGroup);
    for (let out = 0; out < outPerGroup; out++) {
      const plane = ((group * outPerGroup + out) * inPerGroup + (channel % inPerGroup)) * height;
      for (const row of rows.taps) {
        for (const column of columns.taps) flipped[at++] = kernel[(plane + row) * width + column] ?? 0;
      }
    }
  }
  return flipped;
}

function makeScatter(plan: Plan, gradient: Float32Array, top: number, left: number, columns: number) {
  const [height, width] = plan.image;
  const [strideY, strideX] = plan.geometry.stride;
  return (plane: number, { first, count }: Band, cells: Float32Array, at: number): void => {
    const start = (plane * height + top + first * strideY) * width + left;
    for (let row = 0; row < count; row++) {
      const to = start + row * strideY * width;
      const from = at + row * columns;
      for (let column = 0; column < columns; column++) {
        gradient[to + column * strideX] = cells[from + column] ?? 0;
      }
    }
  };
}
