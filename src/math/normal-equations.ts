/**
 * The normal equations of one correlation layer. With X the matrix that multiplies the kernel k (a row for each response
 * element, a column for each tap), every output channel has
 *
 *   loss = scale · |Xk − y|² = scale · (kᵀGk − 2kᵀb + c),  gradient = 2 · scale · (Gk − b),  G = XᵀX, b = Xᵀy, c = yᵀy,
 *
 * so that after one sweep over the image a training step costs taps² multiply-adds, whatever the image's size.
 */
import type { Plan } from './geometry.ts';
import { gramMatrices, tapCount } from './gram.ts';
import { rowDot, stridedDot, type Row } from './row-dot.ts';

export interface NormalEquations {
  /** Taps of one output channel. */
  readonly taps: number;
  readonly outPerGroup: number;
  /** G of each group, symmetric `[taps, taps]`, row-major. */
  readonly gram: readonly Float64Array[];
  /** b of each output channel, in the order of `Conv2d.weight`: `[out, taps]`. */
  readonly moments: Float64Array;
  /** c summed over all output channels: Σ target². */
  readonly energy: number;
}

/**
 * One sweep over an image and a target of the plan's shapes, in float64 and a fixed order. Costs what `gramMatrices`
 * does and, for each output channel, `taps` products a response element.
 */
export function normalEquations(plan: Plan, image: Row, target: Row): NormalEquations {
  return {
    taps: tapCount(plan),
    outPerGroup: plan.outPerGroup,
    gram: gramMatrices(plan, image),
    moments: sumMoments(plan, image, target),
    energy: sumEnergy(target, plan.output[1]),
  };
}

/**
 * Writes dL/dkernel of `weights` into `gradient` (both `[out, taps]`) and returns the loss; allocates nothing.
 *
 * The loss is a difference of large numbers near zero. With n response elements to a channel, G, b and c are off by at
 * most γₙ of the sums of their absolute products (Higham, §3.1), the expression by γ of its 2·taps + 3 operations, so
 * the loss by at most (n + 2·taps + 3) · 2⁻⁵³ · scale · Σ (|X||k| + |y|)²; what falls below zero is given as 0. Sums by
 * rows do much better: some units of 2⁻⁵³ · scale · c up to 512², where responses in float32 end up as far from zero.
 */
export function writeGradient(
  { taps, outPerGroup, gram, moments, energy }: NormalEquations,
  scale: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  let loss = energy;
  for (let t = 0; t < weights.length; t += taps) {
    const matrix = gram[Math.floor(t / (taps * outPerGroup))];
    if (matrix) loss += addChannel(matrix, taps, t, 2 * scale, moments, weights, gradient);
  }
  return Math.max(0, scale * loss);
}

/** Writes one channel's gradient, and returns kᵀGk − 2kᵀb = kᵀ(Gk − b) − kᵀb. */
function addChannel(
  matrix: Float64Array,
  taps: number,
  start: number,
  factor: number,
  moments: Float64Array,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  let sum = 0;
  for (let i = 0, entry = 0; i < taps; i++) {
    let product = 0;
    for (let j = 0; j < taps; j++, entry++) product += (matrix[entry] ?? 0) * (weights[start + j] ?? 0);
    const moment = moments[start + i] ?? 0;
    gradient[start + i] = factor * (product - moment);
    sum += (weights[start + i] ?? 0) * (product - moment - moment);
  }
  return sum;
}

/** Row by row, as G and b are summed: one long sum would cost the loss two digits at 512². */
function sumEnergy(target: Row, width: number): number {
  let energy = 0;
  for (let start = 0; start < target.length; start += width) {
    energy += rowDot(target, start, target, start, width);
  }
  return energy;
}

function sumMoments(plan: Plan, image: Row, target: Row): Float64Array {
  const taps = tapCount(plan);
  const moments = new Float64Array(plan.outChannels * taps);
  for (let n = 0; n < plan.batch; n++) {
    for (let o = 0; o < plan.outChannels; o++) {
      const firstChannel = Math.floor(o / plan.outPerGroup) * plan.inPerGroup;
      for (let c = 0; c < plan.inPerGroup; c++) {
        const imagePlane = n * plan.inChannels + firstChannel + c;
        const targetPlane = n * plan.outChannels + o;
        const to = o * taps + c * plan.kernel[0] * plan.kernel[1];
        addPlane(moments, to, plan, image, imagePlane, target, targetPlane);
      }
    }
  }
  return moments;
}

function addPlane(
  moments: Float64Array,
  to: number,
  { image: [height, width], kernel, output, geometry: { stride, padding, dilation } }: Plan,
  image: Row,
  imagePlane: number,
  target: Row,
  targetPlane: number,
): void {
  for (let y = 0; y < output[0]; y++) {
    for (let i = 0; i < kernel[0]; i++) {
      const row = y * stride[0] + i * dilation[0] - padding[0];
      if (row < 0 || row >= height) continue;
      const imageRow = (imagePlane * height + row) * width;
      const targetRow = (targetPlane * output[0] + y) * output[1];
      for (let j = 0; j < kernel[1]; j++) {
        const offset = j * dilation[1] - padding[1];
        const first = Math.max(0, Math.ceil(-offset / stride[1]));
        const count = Math.max(0, Math.min(output[1], Math.ceil((width - offset) / stride[1])) - first);
        const cell = imageRow + first * stride[1] + offset;
        const tap = to + i * kernel[1] + j;
        moments[tap] =
          (moments[tap] ?? 0) + stridedDot(target, targetRow + first, 1, image, cell, stride[1], count);
      }
    }
  }
}
