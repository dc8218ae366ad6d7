/** Gradients of strided correlations, phase by phase: the passes in registers know steps of one. */
import { imageShape, kernelShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import {
  imageGradientInBands,
  kernelGradientInBands,
  type BandingFacts,
  type ComputePlan,
  type Operands,
} from './banded.ts';
import { chooseImageGradientPath, chooseKernelGradientPath } from './choose-path.ts';
import type { DeviceClass } from './device-class.ts';
import { countMultiplyAdds } from './multiply-adds.ts';
import type { Path } from './path.ts';
import { cutPhases, putPlaces, takePlaces, type Phase } from './phases.ts';

/** What phases need to know of a device; `Passes` has it. */
interface PhasingFacts extends BandingFacts {
  readonly deviceClass: BandingFacts['deviceClass'] & Pick<DeviceClass, 'worthCutting'>;
}

/** dL/dkernel from `[image, upstream]`. Both read their operands before they return, and give `out` where they can. */
export function kernelGradientInPhases(
  device: PhasingFacts,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  out?: Float32Array,
): Promise<Float32Array> {
  const phases = choosePhases(device, plan, chooseKernelGradientPath);
  if (phases === null) return kernelGradientInBands(device, plan, operands, compute, out);
  const [image, upstream] = operands;
  const planes = plan.batch * plan.inChannels;
  const parts = phases.map((phase) => takePlaces(image, planes, plan.image, phase.image));
  const upstreamCopy = upstream.slice();
  return join(phases, new Float32Array(elementCount(kernelShape(plan))), async (phase, index, gradient) => {
    const taken = [parts[index] ?? image, upstreamCopy] as const;
    const part = await kernelGradientInBands(device, phase.plan, taken, compute);
    putPlaces(gradient, plan.outChannels * plan.inPerGroup, plan.kernel, phase.kernel, part);
  });
}

/** dL/dimage from `[upstream, kernel]`. */
export function imageGradientInPhases(
  device: PhasingFacts,
  plan: Plan,
  operands: Operands,
  compute: ComputePlan,
  out?: Float32Array,
): Promise<Float32Array> {
  const phases = choosePhases(device, plan, chooseImageGradientPath);
  if (phases === null) return imageGradientInBands(device, plan, operands, compute, out);
  const [upstream, kernel] = operands;
  const planes = plan.outChannels * plan.inPerGroup;
  const parts = phases.map((phase) => takePlaces(kernel, planes, plan.kernel, phase.kernel));
  const upstreamCopy = upstream.slice();
  return join(phases, new Float32Array(elementCount(imageShape(plan))), async (phase, index, gradient) => {
    const taken = [upstreamCopy, parts[index] ?? kernel] as const;
    const part = await imageGradientInBands(device, phase.plan, taken, compute);
    putPlaces(gradient, plan.batch * plan.inChannels, plan.image, phase.image, part);
  });
}

/** Null where one general pass is as good, or where a phase would need it too. */
export function choosePhases(
  device: PhasingFacts,
  plan: Plan,
  choosePath: (plan: Plan, device: PhasingFacts) => Path,
): readonly Phase[] | null {
  if (countMultiplyAdds(plan) < device.deviceClass.worthCutting || choosePath(plan, device) !== 'general')
    return null;
  const phases = cutPhases(plan);
  const isFaster = phases?.every((phase) => choosePath(phase.plan, device) !== 'general');
  return phases !== null && isFaster === true ? phases : null;
}

async function join(
  phases: readonly Phase[],
  result: Float32Array,
  add: (phase: Phase, index: number, result: Float32Array) => Promise<void>,
): Promise<Float32Array> {
  for (const [index, phase] of phases.entries()) await add(phase, index, result);
  return result;
}
