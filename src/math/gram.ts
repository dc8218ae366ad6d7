/**
 * XᵀX, where X is the matrix that a correlation multiplies its kernel by: a row for each response element, a column for
 * each tap of the kernel. Entry (i, j), (i′, j′) sums image[r, q] · image[r + Δi·d, q + Δj·d] over the cells that tap
 * (i, j) meets, so all taps of one difference sum the same products but for those near the borders.
 *
 * Cost at stride 1, one channel: kw + (kh − 1)(2kw − 1) sums of h′·w′ products, and products at the borders in
 * proportion to kw. For 5×5 that is 41 sums in place of the 325 of the definition.
 */
import type { Plan } from './geometry.ts';
import { rowDot, stridedDot, type Row } from './row-dot.ts';

/** Where the taps of one axis meet the image. */
interface Axis {
  readonly image: number;
  readonly kernel: number;
  readonly output: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
}

/** Taps of one output channel: input channels of a group × kernel height × kernel width. */
export function tapCount({ inPerGroup, kernel }: Plan): number {
  return inPerGroup * kernel[0] * kernel[1];
}

/** XᵀX of each group, symmetric `[taps, taps]`, row-major, from an image of the plan's shape; float64. */
export function gramMatrices(plan: Plan, image: Row): readonly Float64Array[] {
  const taps = tapCount(plan);
  return Array.from({ length: plan.geometry.groups }, (_, group) => {
    const gram = new Float64Array(taps * taps);
    for (let n = 0; n < plan.batch; n++)
      addImage(gram, plan, image, n * plan.inChannels + group * plan.inPerGroup);
    mirror(gram, taps);
    return gram;
  });
}

/** Adds the upper triangle for one image, whose channels in this group begin with `plane`. */
function addImage(gram: Float64Array, plan: Plan, image: Row, plane: number): void {
  for (let c = 0; c < plan.inPerGroup; c++) {
    for (let d = c; d < plan.inPerGroup; d++) addChannels(gram, plan, image, plane, c, d);
  }
}

function addChannels(gram: Float64Array, plan: Plan, image: Row, plane: number, c: number, d: number): void {
  const rows = axisOf(plan, 0);
  const columns = axisOf(plan, 1);
  const area = rows.image * columns.image;
  const sums = new Float64Array(columns.kernel ** 2);
  for (let apart = c === d ? 0 : 1 - rows.kernel; apart < rows.kernel; apart++) {
    // Where both rows are of the same channel, the upper triangle has every difference of columns once.
    const leftmost = c === d && apart === 0 ? 0 : 1 - columns.kernel;
    for (let row = 0; row < rows.image; row++) {
      const partner = row + apart * rows.dilation;
      if (partner < 0 || partner >= rows.image || !meetsAnyTap(rows, row, apart)) continue;
      const a = (plane + c) * area + row * columns.image;
      const b = (plane + d) * area + partner * columns.image;
      for (let shift = leftmost; shift < columns.kernel; shift++) sumShift(sums, columns, image, a, b, shift);
      addToTaps(gram, rows, columns, sums, row, apart, leftmost, c, d, tapCount(plan));
    }
  }
}

/** Adds the sums of one pair of rows to every pair of kernel rows that meets it. */
function addToTaps(
  gram: Float64Array,
  rows: Axis,
  columns: Axis,
  sums: Float64Array,
  row: number,
  apart: number,
  leftmost: number,
  c: number,
  d: number,
  taps: number,
): void {
  const width = columns.kernel;
  for (let i = Math.max(0, -apart); i < Math.min(rows.kernel, rows.kernel - apart); i++) {
    if (!meets(rows, row, i)) continue;
    const firstRow = (c * rows.kernel + i) * width;
    const firstColumn = (d * rows.kernel + i + apart) * width;
    for (let j = 0; j < width; j++) {
      const to = (firstRow + j) * taps + firstColumn;
      for (let l = Math.max(0, j + leftmost); l < width; l++) {
        gram[to + l] = (gram[to + l] ?? 0) + (sums[j * width + l] ?? 0);
      }
    }
  }
}

/** sums[j, j + shift] = Σ over x of a[x·s + j·d − p] · b[x·s + (j + shift)·d − p], cells outside the image left out. */
function sumShift(sums: Float64Array, axis: Axis, image: Row, a: number, b: number, shift: number): void {
  const first = Math.max(0, -shift);
  const last = Math.min(axis.kernel, axis.kernel - shift) - 1;
  const cells = shift * axis.dilation;
  const lowest = Math.max(0, -cells);
  const highest = Math.max(lowest, Math.min(axis.image, axis.image - cells));
  const { kernel, dilation, padding, output, stride } = axis;
  const left = clamp(last * dilation - padding, lowest, highest);
  const right = clamp(first * dilation - padding + output, lowest, highest);
  if (stride > 1 || right < left) {
    for (let j = first; j <= last; j++) {
      sums[j * kernel + j + shift] = sumTap(axis, image, a, b + cells, j, lowest, highest);
    }
    return;
  }
  // What every tap of this shift meets, then what each meets beyond it, to its left and to its right.
  let sum = rowDot(image, a + left, image, b + left + cells, right - left);
  for (let j = last, from = left; j >= first; j--) {
    const start = clamp(j * dilation - padding, lowest, highest);
    sum += rowDot(image, a + start, image, b + start + cells, from - start);
    sums[j * kernel + j + shift] = sum;
    from = start;
  }
  sum = 0;
  for (let j = first, from = right; j <= last; j++) {
    const end = clamp(j * dilation - padding + output, lowest, highest);
    sum += rowDot(image, a + from, image, b + from + cells, end - from);
    const to = j * kernel + j + shift;
    sums[to] = (sums[to] ?? 0) + sum;
    from = end;
  }
}

/** One entry by itself, for strides and for windows that share no cell. */
function sumTap(
  { dilation, padding, output, stride }: Axis,
  image: Row,
  a: number,
  b: number,
  tap: number,
  lowest: number,
  highest: number,
): number {
  const offset = tap * dilation - padding;
  const first = Math.max(0, Math.ceil((lowest - offset) / stride));
  const end = Math.min(output, Math.ceil((highest - offset) / stride));
  const start = first * stride + offset;
  return stridedDot(image, a + start, stride, image, b + start, stride, Math.max(0, end - first));
}

function meetsAnyTap(rows: Axis, row: number, apart: number): boolean {
  for (let i = Math.max(0, -apart); i < Math.min(rows.kernel, rows.kernel - apart); i++) {
    if (meets(rows, row, i)) return true;
  }
  return false;
}

/** Whether some window has its tap `tap` on the image's row `row`. */
function meets({ stride, dilation, padding, output }: Axis, row: number, tap: number): boolean {
  const start = row + padding - tap * dilation;
  return start >= 0 && start % stride === 0 && start / stride < output;
}

function axisOf({ image, kernel, output, geometry }: Plan, axis: 0 | 1): Axis {
  return {
    image: image[axis],
    kernel: kernel[axis],
    output: output[axis],
    stride: geometry.stride[axis],
    dilation: geometry.dilation[axis],
    padding: geometry.padding[axis],
  };
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

function mirror(gram: Float64Array, taps: number): void {
  for (let t = 0; t < taps; t++) {
    for (let u = 0; u < t; u++) gram[t * taps + u] = gram[u * taps + t] ?? 0;
  }
}
