/** Forward pass, residual and kernel gradient of a training step, strip by strip over operands that stay in the heap. */
import { copyCells } from './copy-cells.ts';
import { createForward } from './forward.ts';
import type { Heap } from './heap.ts';
import { createKernelGradient } from './kernel-gradient.ts';
import { makePlacement, placeBand, planeCells, type Placement } from './placement.ts';
import { makeBands, type Band, type Rows, type Sweep } from './sweep.ts';

/** What a training step is made on; row-major, of the sweep's shapes. */
export interface LossOperands {
  readonly sweep: Sweep;
  /** Response rows whose sums are wanted by themselves, in ascending order. */
  readonly strips: readonly Rows[];
  readonly image: Float32Array;
  readonly target: Float32Array;
  /** dL/dresponse = slope · residual. */
  readonly slope: number;
}

/** Sums of each strip: they are added in the strips' order, whoever computed them. */
export interface StripSums {
  /** Sums of squared residuals. */
  readonly squares: Float64Array;
  /** dL/dkernel `[strips, ...weights]`. */
  readonly gradients: Float64Array;
}

export interface StripLoss {
  /** The sums at `weights`, in arrays that the next call fills again. */
  evaluate(weights: Float64Array): StripSums;
}

/** One band of one group of one batch: where its image planes and its target are. */
interface Part {
  readonly band: Band;
  readonly group: number;
  readonly image: number;
  /** `[outPerGroup, count, columns]`, dense, as the loops write the response. */
  readonly target: number;
}

/** Fills the heap; throws LimitError when it cannot grow so far. */
export function openStripLoss(heap: Heap, { sweep, strips, image, target, slope }: LossOperands): StripLoss {
  const { groups, inPerGroup, outPerGroup, kernel, output } = sweep;
  const bands = strips.map((rows) => makeBands(sweep, rows));
  const placement = makePlacement(sweep);
  heap.release();
  const forward = createForward(heap, sweep, placement, bands.flat());
  const gradient = createKernelGradient(heap, sweep, placement);
  const groupWeights = outPerGroup * inPerGroup * kernel[0] * kernel[1];
  const count = groups * groupWeights;
  const weightsAt = heap.reserve(count * 4);
  const tallest = bands.flat().reduce((rows, band) => Math.max(rows, band.count), 0);
  const responseAt = heap.reserve(outPerGroup * tallest * output[1] * 4);
  const parts = bands.map((strip) =>
    strip.flatMap((band) => placeParts(heap, sweep, placement, band, image, target)),
  );
  const sums: StripSums = {
    squares: new Float64Array(strips.length),
    gradients: new Float64Array(strips.length * count),
  };

  const addPart = ({ band, group, image: imageAt, target: targetAt }: Part): number => {
    forward.run(imageAt, weightsAt + group * groupWeights * 4, responseAt, band);
    const rows = outPerGroup * band.count;
    const squares = heap.loops.residual(responseAt, targetAt, rows, output[1], slope);
    gradient.add(imageAt, responseAt, group, band);
    return squares;
  };

  return {
    evaluate(weights) {
      for (let i = 0; i < count; i++) heap.f32[weightsAt / 4 + i] = weights[i] ?? 0;
      parts.forEach((strip, index) => {
        gradient.clear();
        let squares = 0;
        for (const part of strip) squares += addPart(part);
        sums.squares[index] = squares;
        for (let i = 0; i < count; i++) {
          sums.gradients[index * count + i] = heap.f64[gradient.sums / 8 + i] ?? 0;
        }
      });
      return sums;
    },
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
