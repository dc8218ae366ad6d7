/** dL/dkernel by strips, in registers: shaders/strip-kernel-gradient.wgsl, then the sum. */
import stripKernelGradient from '../../../shaders/strip-kernel-gradient.wgsl';
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Recipe } from './one-shot.ts';
import { createPartialSum, loadPartialSum } from './partial-sum.ts';
import type { Passes } from './passes.ts';
import { layPitched } from './pitched.ts';
import { makeStrips, type StripSizes } from './strips.ts';

/** Kernel elements of an invocation, whose products with a row it writes out. */
const MOST_BLOCK_TAPS = 128;

/** For plans whose path is `strips`; operands are row-major. Prepares as `Prepare` says. */
export async function prepareStripKernelGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  upstream: Float32Array,
): Promise<() => Recipe> {
  const elements = elementCount(kernelShape(plan));
  const strips = makeStrips(plan, passes.deviceClass);
  const { partials, gradient, ...operands } = buffers.createStorage({
    image: layPitched(image, plan.batch * plan.inChannels, plan.image, strips.image),
    upstream: layPitched(upstream, plan.batch * plan.outChannels, plan.output, strips.response),
    gradient: elements,
    partials: elements * strips.chunks,
  });
  const bound = { ...operands, partials, plan: buffers.createUniform('plan', strips.struct) };
  const blockRows = chooseBlockRows(strips.sizes);
  const [pass, sum] = await Promise.all([
    passes.get(stripKernelGradient, { ...strips.sizes, BLOCK_ROWS: blockRows }),
    loadPartialSum(passes),
  ]);
  return () => {
    const blocks = plan.outChannels * plan.inPerGroup * (plan.kernel[0] / blockRows);
    const partial = pass.createDispatch(bound, { invocations: blocks * strips.chunks });
    const total = createPartialSum(sum, { partials, gradient }, elements);
    return { dispatches: [partial, total], output: gradient, elements };
  };
}

/** The most kernel rows that an invocation can take, of those that divide the kernel. */
export function chooseBlockRows({ KERNEL_HEIGHT: height, KERNEL_WIDTH: width }: StripSizes): number {
  const rows = Math.max(1, Math.floor(MOST_BLOCK_TAPS / width));
  return Array.from({ length: Math.min(rows, height) }, (_, i) => i + 1).reduce((best, candidate) => {
    return height % candidate === 0 ? candidate : best;
  }, 1);
}
