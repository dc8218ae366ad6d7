/** Which passes compute an operation: pure functions of its plan and of what is known of the device. */
import { kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { DeviceClass } from './device-class.ts';
import { fitsStorage, type StorageLimits } from './limits.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import type { Path } from './path.ts';
import { pitchedLength } from './pitched.ts';
import { chooseTileSizes, makeTiles } from './tiles.ts';
import { turnPlan } from './turned.ts';

/** What a choice needs to know of a device; `Passes` has it. */
export interface DeviceFacts {
  readonly limits: StorageLimits;
  readonly deviceClass: Pick<DeviceClass, 'worthCompiling'>;
}

/** Kernel elements whose products are written out one by one; more would take seconds to compile. */
const MOST_TAPS = 256;

/** Partial sums of a kernel gradient: 64 MiB, which every device has room for. */
const MOST_PARTIALS = 2 ** 24;

/** Columns that the layout of the strips may add to a row. */
const MOST_ADDED_COLUMNS = 16;

export function chooseCorrelationPath(plan: Plan, device: DeviceFacts): Path {
  if (!paysCompiling(plan, device)) return 'general';
  if (plan.inPerGroup === 1 && fitsStrips(plan, device)) return 'strips';
  return fitsTiles(plan, device) ? 'tiles' : 'general';
}

export function chooseKernelGradientPath(plan: Plan, device: DeviceFacts): 'strips' | 'general' {
  return paysCompiling(plan, device) && fitsGradientStrips(plan, device) ? 'strips' : 'general';
}

/** dL/dimage for steps of one is the correlation of the upstream with the turned kernel. */
export function chooseImageGradientPath(plan: Plan, device: DeviceFacts): Path {
  return stepsAreOne(plan) ? chooseCorrelationPath(turnPlan(plan), device) : 'general';
}

/** Learning takes many steps, so that compiling always pays. */
export function chooseLearningPath(plan: Plan, device: DeviceFacts): Path {
  if (!fitsGradientStrips(plan, device)) return 'general';
  if (plan.inPerGroup === 1) return 'strips';
  return fitsTiles(plan, device) ? 'tiles' : 'general';
}

// The passes in registers are compiled for each size of kernel, the longer the more elements it has.
function paysCompiling(plan: Plan, { deviceClass }: DeviceFacts): boolean {
  return countMultiplyAdds(plan) >= deviceClass.worthCompiling * plan.kernel[0] * plan.kernel[1];
}

function fitsGradientStrips(plan: Plan, device: DeviceFacts): boolean {
  return fitsStrips(plan, device) && mostPartials(plan) <= MOST_PARTIALS;
}

// For each weight one a strip of a band; strips and bands are at least this large.
function mostPartials(plan: Plan): number {
  const strips = Math.ceil(plan.output[1] / 4);
  const bands = Math.ceil(plan.output[0] / plan.kernel[0]);
  return elementCount(kernelShape(plan)) * plan.batch * strips * bands;
}

function fitsStrips(plan: Plan, device: DeviceFacts): boolean {
  const { kernel, output } = plan;
  const rows = output[0] + kernel[0] - 1;
  const columns = output[1] + kernel[1] - 1 + MOST_ADDED_COLUMNS;
  const planes = plan.batch * Math.max(plan.inChannels, plan.outChannels);
  const fits = fitsStorage(device.limits, planes * rows * columns);
  return stepsAreOne(plan) && kernel[0] * kernel[1] <= MOST_TAPS && fits;
}

function fitsTiles(plan: Plan, device: DeviceFacts): boolean {
  const sizes = chooseTileSizes(plan);
  if (sizes === null) return false;
  const { image, response } = makeTiles(plan, sizes);
  return (
    fitsStorage(device.limits, pitchedLength(plan.batch * plan.inChannels, image)) &&
    fitsStorage(device.limits, pitchedLength(plan.batch * plan.outChannels, response))
  );
}

// The window moves by one cell and sees neighbouring cells; a step that is never taken may be any.
function stepsAreOne({ kernel, output, geometry: { stride, dilation } }: Plan): boolean {
  return [0, 1].every((axis) => {
    return (stride[axis] === 1 || output[axis] === 1) && (dilation[axis] === 1 || kernel[axis] === 1);
  });
}
