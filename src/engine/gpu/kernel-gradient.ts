/** dL/dkernel on the device, by the path that its plan takes; always partial sums first, then the sum of those. */
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import { chooseKernelGradientPath } from './choose-path.ts';
import { prepareGeneralKernelGradient } from './general-kernel-gradient.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { requireExtents } from './plan-struct.ts';
import { prepareStripKernelGradient } from './strip-kernel-gradient.ts';

/** Operands are row-major and fill the plan's shapes. Prepares as `Prepare` says. */
export function prepareKernelGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  upstream: Float32Array,
): Promise<() => Recipe> {
  requireExtents(plan);
  const prepare =
    chooseKernelGradientPath(plan, passes) === 'strips'
      ? prepareStripKernelGradient
      : prepareGeneralKernelGradient;
  return prepare(passes, buffers, plan, image, upstream);
}
