/**
 * What a result must be: elements of the definition in float64, with the bound of `math/tolerance.ts` for each. Small
 * problems are checked whole, large ones at evenly spread elements, so that a check costs at most PRODUCTS.
 */
import type { Plan } from '../math/geometry.ts';
import type { Operands } from './operands.ts';
import { expectTraining } from './training-expectation.ts';
import { multiplyAdds, planOf, type Operation, type Workload } from './workload.ts';

const PRODUCTS = 6e7;
/** Bound of a sum of n products: 2 n (2⁻²⁴ Σ|a||b| + 2⁻¹²⁶), as in `math/tolerance.ts`. */
const UNIT_ROUNDOFF = 2 ** -24;
const SMALLEST_NORMAL = 2 ** -126;

export interface Expectation {
  /** Elements of the whole result. */
  readonly length: number;
  /** Which elements are checked, and what they must be. */
  readonly indices: readonly number[];
  readonly values: Float64Array;
  readonly bounds: Float64Array;
}

export interface ElementSum {
  readonly value: number;
  readonly magnitude: number;
  readonly products: number;
}

export function makeExpectation(workload: Workload, operands: Operands): Expectation {
  if (workload.operation === 'train') return expectTraining(operands);
  const plan = planOf(workload);
  const length = lengthOf(workload.operation, plan);
  const share = Math.min(1, PRODUCTS / multiplyAdds(workload));
  const indices = spread(length, Math.max(1, Math.floor(length * share)));
  const sums = indices.map((index) => sumElement(workload.operation, plan, operands, index));
  const bounds = sums.map(
    ({ magnitude, products }) => 2 * products * (UNIT_ROUNDOFF * magnitude + SMALLEST_NORMAL),
  );
  return {
    length,
    indices,
    values: Float64Array.from(sums, ({ value }) => value),
    bounds: Float64Array.from(bounds),
  };
}

/** Null, or what is wrong with `result`. */
export function findFault(result: ArrayLike<number>, expected: Expectation): string | null {
  if (result.length !== expected.length)
    return `${String(result.length)} elements, not ${String(expected.length)}`;
  for (const [i, index] of expected.indices.entries()) {
    const actual = result[index] ?? NaN;
    const value = expected.values[i] ?? NaN;
    if (Math.abs(actual - value) <= (expected.bounds[i] ?? 0)) continue;
    const bound = (expected.bounds[i] ?? 0).toExponential(1);
    return `element ${String(index)} is ${String(actual)}, not ${String(value)} ± ${bound}`;
  }
  return null;
}

/** `count` of `length` indices: all, or evenly spread with both ends. */
function spread(length: number, count: number): number[] {
  if (count >= length) return Array.from({ length }, (_, i) => i);
  if (count === 1) return [length >> 1];
  return Array.from({ length: count }, (_, i) => Math.floor((i * (length - 1)) / (count - 1)));
}

function lengthOf(operation: Operation, plan: Plan): number {
  if (operation === 'forward') return plan.batch * plan.outChannels * plan.output[0] * plan.output[1];
  if (operation === 'image-gradient') return plan.batch * plan.inChannels * plan.image[0] * plan.image[1];
  return plan.outChannels * plan.inChannels * plan.kernel[0] * plan.kernel[1];
}

/** One element of the definition, for the bench's geometries: batch 1, one group, no padding, no dilation. */
function sumElement(operation: Operation, plan: Plan, operands: Operands, index: number): ElementSum {
  if (operation === 'forward') return sumResponse(plan, operands, index);
  if (operation === 'image-gradient') return sumImageGradient(plan, operands, index);
  return sumKernelGradient(plan, operands, index);
}

function sumResponse(plan: Plan, { image, kernel }: Operands, index: number): ElementSum {
  const [outputHeight, outputWidth] = plan.output;
  const [kernelHeight, kernelWidth] = plan.kernel;
  const x = (index % outputWidth) * plan.geometry.stride[1];
  const y = (Math.floor(index / outputWidth) % outputHeight) * plan.geometry.stride[0];
  const o = Math.floor(index / (outputWidth * outputHeight));
  let value = 0;
  let magnitude = 0;
  for (let c = 0; c < plan.inChannels; c++) {
    for (let i = 0; i < kernelHeight; i++) {
      const from = (c * plan.image[0] + y + i) * plan.image[1] + x;
      const tap = ((o * plan.inChannels + c) * kernelHeight + i) * kernelWidth;
      for (let j = 0; j < kernelWidth; j++) {
        const product = (image.data[from + j] ?? 0) * (kernel.data[tap + j] ?? 0);
        value += product;
        magnitude += Math.abs(product);
      }
    }
  }
  return { value, magnitude, products: plan.inChannels * kernelHeight * kernelWidth };
}

function sumKernelGradient(plan: Plan, { image, upstream }: Operands, index: number): ElementSum {
  const [outputHeight, outputWidth] = plan.output;
  const [kernelHeight, kernelWidth] = plan.kernel;
  const [strideY, strideX] = plan.geometry.stride;
  const j = index % kernelWidth;
  const i = Math.floor(index / kernelWidth) % kernelHeight;
  const plane = Math.floor(index / (kernelWidth * kernelHeight));
  const c = plane % plan.inChannels;
  const o = Math.floor(plane / plan.inChannels);
  let value = 0;
  let magnitude = 0;
  for (let y = 0; y < outputHeight; y++) {
    const from = (c * plan.image[0] + y * strideY + i) * plan.image[1] + j;
    const up = (o * outputHeight + y) * outputWidth;
    for (let x = 0; x < outputWidth; x++) {
      const product = (image.data[from + x * strideX] ?? 0) * (upstream.data[up + x] ?? 0);
      value += product;
      magnitude += Math.abs(product);
    }
  }
  return { value, magnitude, products: outputHeight * outputWidth };
}

function sumImageGradient(plan: Plan, { upstream, kernel }: Operands, index: number): ElementSum {
  const [outputHeight, outputWidth] = plan.output;
  const [kernelHeight, kernelWidth] = plan.kernel;
  const [strideY, strideX] = plan.geometry.stride;
  const column = index % plan.image[1];
  const row = Math.floor(index / plan.image[1]) % plan.image[0];
  const c = Math.floor(index / (plan.image[0] * plan.image[1]));
  let value = 0;
  let magnitude = 0;
  let products = 0;
  for (let i = 0; i < kernelHeight; i++) {
    const y = (row - i) / strideY;
    if (!Number.isInteger(y) || y < 0 || y >= outputHeight) continue;
    for (let j = 0; j < kernelWidth; j++) {
      const x = (column - j) / strideX;
      if (!Number.isInteger(x) || x < 0 || x >= outputWidth) continue;
      for (let o = 0; o < plan.outChannels; o++) {
        const tap = ((o * plan.inChannels + c) * kernelHeight + i) * kernelWidth + j;
        const product =
          (upstream.data[(o * outputHeight + y) * outputWidth + x] ?? 0) * (kernel.data[tap] ?? 0);
        value += product;
        magnitude += Math.abs(product);
        products++;
      }
    }
  }
  return { value, magnitude, products };
}
