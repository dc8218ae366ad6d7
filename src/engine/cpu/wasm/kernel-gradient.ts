/** dL/dkernel, band by band: the bands of a channel pair are added in their order, in float64. */
import { copyCells } from './copy-cells.ts';
import type { Heap } from './heap.ts';
import { columnOffsets, makePlacement, placeBand, planeCells, type Placement } from './placement.ts';
import { makeBands, type Band, type Rows, type Sweep } from './sweep.ts';

export interface KernelGradient {
  /** Where the sums `[outs, inPerGroup, kh, kw]` float64 of all groups are. */
  readonly sums: number;
  clear(): void;
  /** Adds what the group's image planes and the dense `upstream` `[outPerGroup, count, columns]` of a band give. */
  add(image: number, upstream: number, group: number, band: Band): void;
}

/** Puts the sums and the offset table on the heap. */
export function createKernelGradient(heap: Heap, sweep: Sweep, placement: Placement): KernelGradient {
  const { groups, inPerGroup, outPerGroup, kernel, output, stride, dilation } = sweep;
  const columns = columnOffsets(sweep, placement);
  const offsets = heap.putOffsets(columns, 4 * Math.ceil(columns.length / 4) + 4);
  const taps = kernel[0] * kernel[1];
  const count = groups * outPerGroup * inPerGroup * taps;
  const sums = heap.reserve(count * 8);
  const imageRow = stride[0] * placement.row * 4;
  const kernelRow = dilation[0] * placement.row * 4;
  return {
    sums,
    clear() {
      heap.f64.fill(0, sums / 8, sums / 8 + count);
    },
    add(image, upstream, group, band) {
      const plane = planeCells(sweep, placement, band) * 4;
      const upstreamPlane = band.count * output[1] * 4;
      for (let out = 0; out < outPerGroup; out++) {
        for (let channel = 0; channel < inPerGroup; channel++) {
          const weight = ((group * outPerGroup + out) * inPerGroup + channel) * taps;
          heap.loops.addKernelGradient(
            image + channel * plane,
            imageRow,
            kernelRow,
            offsets,
            kernel[0],
            kernel[1],
            upstream + out * upstreamPlane,
            band.count,
            output[1],
            sums + weight * 8,
          );
        }
      }
    },
  };
}

/** The float64 sums `[groups · outPerGroup, inPerGroup, kh, kw]` of some rows of `upstream` `[batch, outs, ...output]`. */
export function sweepKernelGradient(
  heap: Heap,
  sweep: Sweep,
  image: Float32Array,
  upstream: Float32Array,
  rows: Rows,
): Float64Array {
  const { batch, groups, inPerGroup, outPerGroup, kernel, output } = sweep;
  const count = groups * outPerGroup * inPerGroup * kernel[0] * kernel[1];
  heap.release();
  const bands = makeBands(sweep, rows);
  const placement = makePlacement(sweep);
  const gradient = createKernelGradient(heap, sweep, placement);
  gradient.clear();
  const tables = heap.mark();
  for (const band of bands) {
    heap.release(tables);
    const imageAt = heap.reserve(inPerGroup * planeCells(sweep, placement, band) * 4);
    const cells = band.count * output[1];
    const upstreamAt = heap.reserve(outPerGroup * cells * 4);
    for (let part = 0; part < batch * groups; part++) {
      placeBand(heap, imageAt, image, sweep, placement, band, part * inPerGroup, inPerGroup);
      for (let out = 0; out < outPerGroup; out++) {
        const from = ((part * outPerGroup + out) * output[0] + band.first) * output[1];
        copyCells(heap.f32, upstreamAt / 4 + out * cells, upstream, from, cells);
      }
      gradient.add(imageAt, upstreamAt, part % groups, band);
    }
  }
  return heap.f64.slice(gradient.sums / 8, gradient.sums / 8 + count);
}
