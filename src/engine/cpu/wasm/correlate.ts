/** The response, band by band through the heap: it never holds more than a band of the image and of the response. */
import { copyCells } from './copy-cells.ts';
import { createForward } from './forward.ts';
import type { Heap } from './heap.ts';
import { makePlacement, placeBand, planeCells } from './placement.ts';
import { allRows, makeBands, type Band, type Sweep } from './sweep.ts';

/** Takes the response rows `band` of plane `plane`, dense in the heap's cells from `at`. */
export type TakeRows = (plane: number, band: Band, cells: Float32Array, at: number) => void;

/** Computes `rows` of every response plane from `weights` `[groups · outPerGroup, inPerGroup, kh, kw]`; empties the heap. */
export function sweepResponse(
  heap: Heap,
  sweep: Sweep,
  image: Float32Array,
  weights: Float32Array,
  take: TakeRows,
  rows = allRows(sweep),
): void {
  const { batch, groups, inPerGroup, outPerGroup, kernel, output } = sweep;
  heap.release();
  const bands = makeBands(sweep, rows);
  const placement = makePlacement(sweep);
  const forward = createForward(heap, sweep, placement, bands);
  const weightsAt = heap.put(weights);
  const groupWeights = outPerGroup * inPerGroup * kernel[0] * kernel[1] * 4;
  const tables = heap.mark();
  for (const band of bands) {
    heap.release(tables);
    const imageAt = heap.reserve(inPerGroup * planeCells(sweep, placement, band) * 4);
    const cells = band.count * output[1];
    const responseAt = heap.reserve(outPerGroup * cells * 4);
    for (let part = 0; part < batch * groups; part++) {
      placeBand(heap, imageAt, image, sweep, placement, band, part * inPerGroup, inPerGroup);
      forward.run(imageAt, weightsAt + (part % groups) * groupWeights, responseAt, band);
      for (let out = 0; out < outPerGroup; out++) {
        take(part * outPerGroup + out, band, heap.f32, responseAt / 4 + out * cells);
      }
    }
  }
}

/** Collects whole response rows in `response` `[planes, ...output]`. */
export function makeCollector(response: Float32Array, [height, width]: Sweep['output']): TakeRows {
  return (plane, { first, count }, cells, at) => {
    copyCells(response, (plane * height + first) * width, cells, at, count * width);
  };
}
