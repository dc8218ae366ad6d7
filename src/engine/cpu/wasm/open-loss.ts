/** Forward pass, residual and kernel gradient of a training step, band by band over operands that stay in the heap. */
import { lossScale } from '../../../math/loss.ts';
import type { CheckedProblem } from '../../training-problem.ts';
import type { OpenLoss } from '../arithmetic.ts';
import { copyCells } from './copy-cells.ts';
import { createForward } from './forward.ts';
import type { Heap } from './heap.ts';
import { createKernelGradient } from './kernel-gradient.ts';
import { makePlacement, placeBand, planeCells, type Placement } from './placement.ts';
import { makeBands, makeSweep, type Band, type Sweep } from './sweep.ts';

/** One band of one group of one batch: where its image planes and its target are. */
interface Part {
  readonly band: Band;
  readonly group: number;
  readonly image: number;
  /** `[outPerGroup, count, columns]`, dense, as the loops write the response. */
  readonly target: number;
}

/** Fills the heap; `onClose` may use it for something else. Throws LimitError when the heap cannot grow so far. */
export function openLossOn(
  heap: Heap,
  { plan, image, target, kernel, loss }: CheckedProblem,
  onClose: () => void,
): OpenLoss {
  const sweep = makeSweep(plan);
  const bands = makeBands(sweep);
  const placement = makePlacement(sweep);
  heap.release();
  const forward = createForward(heap, sweep, placement, bands);
  const slope = createKernelGradient(heap, sweep, placement);
  const weightsAt = heap.reserve(kernel.byteLength);
  const groupBytes = kernel.byteLength / sweep.groups;
  const columns = sweep.output[1];
  const tallest = bands.reduce((rows, { count }) => Math.max(rows, count), 0);
  const responseAt = heap.reserve(sweep.outPerGroup * tallest * columns * 4);
  const parts = bands.flatMap((band) => placeParts(heap, sweep, placement, band, image, target));
  const scale = lossScale(loss, target.length);

  return {
    evaluate(weights, gradient) {
      heap.f32.set(weights, weightsAt / 4);
      slope.clear();
      let total = 0;
      for (const part of parts) {
        const { band, group } = part;
        forward.run(part.image, weightsAt + group * groupBytes, responseAt, band);
        const rows = sweep.outPerGroup * band.count;
        total += heap.loops.residual(responseAt, part.target, rows, columns, 2 * scale);
        slope.add(part.image, responseAt, group, band);
      }
      for (let i = 0; i < gradient.length; i++) gradient[i] = Math.fround(heap.f64[slope.sums / 8 + i] ?? 0);
      return scale * total;
    },
    close: onClose,
  };
}

function placeParts(
  heap: Heap,
  sweep: Sweep,
  placement: Placement,
  band: Band,
  image: Float32Array,
  target: Float32Array,
): Part[] {
  const { batch, groups, inPerGroup, outPerGroup, output } = sweep;
  const cells = band.count * output[1];
  return Array.from({ length: batch * groups }, (_, part) => {
    const imageAt = heap.reserve(inPerGroup * planeCells(sweep, placement, band) * 4);
    placeBand(heap, imageAt, image, sweep, placement, band, part * inPerGroup, inPerGroup);
    const targetAt = heap.reserve(outPerGroup * cells * 4);
    for (let out = 0; out < outPerGroup; out++) {
      const from = ((part * outPerGroup + out) * output[0] + band.first) * output[1];
      copyCells(heap.f32, targetAt / 4 + out * cells, target, from, cells);
    }
    return { band, group: part % groups, image: imageAt, target: targetAt };
  });
}
