/** The kernel after a few steps of gradient descent, in float64: what training must arrive at. */
import type { Expectation } from './expectation.ts';
import type { Operands } from './operands.ts';

/** Steps before a trainer is checked. */
export const CHECKED_STEPS = 5;

/**
 * Learning rate of the mean of squared errors. Inputs uniform in [-1, 1) have variance 1/3, so that the Hessian is
 * about 2/3 I and a run of any length converges.
 */
export const RATE = 0.1;

/**
 * Allowed error, in parts of the largest weight. A float32 accumulator over n elements is off by some √n · 2⁻²⁴ of
 * the sum of magnitudes, which a step multiplies by the rate: 10⁻⁴ for the peers' single accumulators at 1024².
 */
const TOLERANCE = 1e-3;

export function expectTraining(operands: Operands): Expectation {
  let weights: Float64Array = Float64Array.from(operands.kernel.data);
  for (let step = 0; step < CHECKED_STEPS; step++) {
    const gradient = meanSquaredErrorGradient(operands, weights);
    weights = weights.map((weight, i) => weight - RATE * (gradient[i] ?? 0));
  }
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const indices = Array.from(weights, (_, i) => i);
  return {
    length: weights.length,
    indices,
    values: weights,
    bounds: new Float64Array(weights.length).fill(TOLERANCE * largest),
  };
}

/** Single channel, stride 1, as all training of the bench is. */
function meanSquaredErrorGradient(
  { image, kernel, upstream }: Operands,
  weights: Float64Array,
): Float64Array {
  const width = image.shape[3];
  const [, , kernelHeight, kernelWidth] = kernel.shape;
  const [, , outputHeight, outputWidth] = upstream.shape;
  const offsets = Array.from(
    weights,
    (_, tap) => Math.floor(tap / kernelWidth) * width + (tap % kernelWidth),
  );
  const gradient = new Float64Array(kernelHeight * kernelWidth);
  const scale = 2 / (outputHeight * outputWidth);
  for (let y = 0; y < outputHeight; y++) {
    for (let x = 0; x < outputWidth; x++) {
      const at = y * width + x;
      let residual = -(upstream.data[y * outputWidth + x] ?? 0);
      for (let tap = 0; tap < weights.length; tap++)
        residual += (image.data[at + (offsets[tap] ?? 0)] ?? 0) * (weights[tap] ?? 0);
      for (let tap = 0; tap < weights.length; tap++)
        gradient[tap] = (gradient[tap] ?? 0) + scale * residual * (image.data[at + (offsets[tap] ?? 0)] ?? 0);
    }
  }
  return gradient;
}
