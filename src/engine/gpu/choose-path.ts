/** Which passes compute an operation: a pure function of its plan and the device's limits. */
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import { fitsStorage } from './limits.ts';
import { turnPlan } from './turned.ts';

/** `strips`: the passes in registers, shaders/strip-*.wgsl; `general`: one response element after the other. */
export type Path = 'strips' | 'general';

/** Kernel elements whose products are written out one by one; more would take seconds to compile. */
const MOST_TAPS = 256;

/** Partial sums of a kernel gradient: 64 MiB, which every device has room for. */
const MOST_PARTIALS = 2 ** 24;

/** Columns that the layout of the strips may add to a row. */
const MOST_ADDED_COLUMNS = 16;

export function chooseCorrelationPath(plan: Plan, limits: GPUSupportedLimits): Path {
  return plan.inPerGroup === 1 && fitsStrips(plan, limits) ? 'strips' : 'general';
}

export function chooseKernelGradientPath(plan: Plan, limits: GPUSupportedLimits): Path {
  return fitsStrips(plan, limits) && mostPartials(plan) <= MOST_PARTIALS ? 'strips' : 'general';
}

/** Response, residual and kernel gradient in one pass. */
export function chooseLearningPath(plan: Plan, limits: GPUSupportedLimits): Path {
  return plan.inPerGroup === 1 ? chooseKernelGradientPath(plan, limits) : 'general';
}

/** dL/dimage is the correlation of the upstream with the turned kernel. */
export function chooseImageGradientPath(plan: Plan, limits: GPUSupportedLimits): Path {
  return plan.outPerGroup === 1 && fitsStrips(plan, limits) && fitsStrips(turnPlan(plan), limits)
    ? 'strips'
    : 'general';
}

// For each weight one a strip of a band; strips and bands are at least this large.
function mostPartials(plan: Plan): number {
  const strips = Math.ceil(plan.output[1] / 4);
  const bands = Math.ceil(plan.output[0] / plan.kernel[0]);
  return elementCount(kernelShape(plan)) * plan.batch * strips * bands;
}

// The window moves by one cell and sees neighbouring cells (a step that is never taken may be any), and the image with
// its padding laid in fits a buffer.
function fitsStrips(plan: Plan, limits: GPUSupportedLimits): boolean {
  const { kernel, output, geometry } = plan;
  const steps = [0, 1].every((axis) => {
    const strideIsOne = geometry.stride[axis] === 1 || output[axis] === 1;
    return strideIsOne && (geometry.dilation[axis] === 1 || kernel[axis] === 1);
  });
  const rows = output[0] + kernel[0] - 1;
  const columns = output[1] + kernel[1] - 1 + MOST_ADDED_COLUMNS;
  const planes = plan.batch * Math.max(plan.inChannels, plan.outChannels);
  return steps && kernel[0] * kernel[1] <= MOST_TAPS && fitsStorage(limits, planes * rows * columns);
}
