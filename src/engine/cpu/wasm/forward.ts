/** The response of one band of one group: rows in pairs where neighbouring windows share them, taps otherwise. */
import type { Heap } from './heap.ts';
import { columnOffsets, planeCells, type Placement } from './placement.ts';
import type { Band, Sweep } from './sweep.ts';

/** Where each kernel column, and for whole bands each tap, is found from a window's first cell. */
export interface Forward {
  /** `[outPerGroup, count, columns]`, dense, from the weights `[outPerGroup, inPerGroup, kh, kw]` of one group. */
  run(image: number, weights: number, response: number, band: Band): void;
}

/** Puts the offset tables on the heap. */
export function createForward(
  heap: Heap,
  sweep: Sweep,
  placement: Placement,
  bands: readonly Band[],
): Forward {
  return usesRows(sweep) ? createByRows(heap, sweep, placement) : createByTaps(heap, sweep, placement, bands);
}

/** Whether the windows of neighbouring rows meet the same image rows, and one out does not fill the registers. */
export function usesRows({ stride, dilation, output, kernel, outPerGroup }: Sweep): boolean {
  return stride[0] === dilation[0] && output[0] > 1 && kernel[0] > 1 && outPerGroup === 1;
}

function createByRows(heap: Heap, sweep: Sweep, placement: Placement): Forward {
  const { inPerGroup, kernel, output, stride } = sweep;
  const offsets = heap.putOffsets(columnOffsets(sweep, placement));
  const imageRow = stride[0] * placement.row * 4;
  return {
    run(image, weights, response, band) {
      const plane = planeCells(sweep, placement, band) * 4;
      heap.loops.correlateRows(
        image,
        imageRow,
        plane,
        inPerGroup,
        offsets,
        kernel[0],
        kernel[1],
        weights,
        response,
        output[1] * 4,
        band.count,
        output[1],
      );
    },
  };
}

// The offsets of a channel's taps depend on how many rows its plane has: a table for each height of band.
function createByTaps(heap: Heap, sweep: Sweep, placement: Placement, bands: readonly Band[]): Forward {
  const { inPerGroup, outPerGroup, kernel, output, stride } = sweep;
  const tables = new Map<number, number>();
  for (const band of bands) {
    if (!tables.has(band.count)) {
      tables.set(band.count, heap.putOffsets(tapOffsets(sweep, placement, band)));
    }
  }
  const taps = inPerGroup * kernel[0] * kernel[1];
  const imageRow = stride[0] * placement.row * 4;
  return {
    run(image, weights, response, band) {
      const offsets = tables.get(band.count) ?? 0;
      heap.loops.correlateTaps(
        image,
        imageRow,
        offsets,
        taps,
        weights,
        outPerGroup,
        response,
        band.count,
        output[1],
      );
    },
  };
}

function tapOffsets(sweep: Sweep, placement: Placement, band: Band): number[] {
  const columns = columnOffsets(sweep, placement);
  const plane = planeCells(sweep, placement, band) * 4;
  const row = sweep.dilation[0] * placement.row * 4;
  const offsets: number[] = [];
  for (let channel = 0; channel < sweep.inPerGroup; channel++) {
    for (let i = 0; i < sweep.kernel[0]; i++) {
      for (const column of columns) offsets.push(channel * plane + i * row + column);
    }
  }
  return offsets;
}
