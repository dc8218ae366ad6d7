/** dL/dimage on the device, by the path that its plan takes. */
import imageGradient from '../../../shaders/image-gradient.wgsl';
import { imageShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { CORRELATIONS } from './correlate.ts';
import { chooseImageGradientPath } from './choose-path.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct, requireExtents } from './plan-struct.ts';
import { turnKernel, turnPlan } from './turned.ts';

/** Operands are row-major and fill the plan's shapes. Prepares as `Prepare` says. */
export function prepareImageGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  upstream: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  requireExtents(plan);
  const path = chooseImageGradientPath(plan, passes);
  if (path === 'general') return prepareGeneralImageGradient(passes, buffers, plan, upstream, kernel);
  return CORRELATIONS[path](passes, buffers, turnPlan(plan), upstream, turnKernel(plan, kernel));
}

/** Any geometry, by shaders/image-gradient.wgsl. */
async function prepareGeneralImageGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  upstream: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  const elements = elementCount(imageShape(plan));
  const planStruct = makePlanStruct(plan);
  const storage = buffers.createStorage({ upstream, kernel, gradient: elements });
  const bound = { ...storage, plan: buffers.createUniform('plan', planStruct) };
  const pass = await passes.get(imageGradient);
  const { TILE_ROWS } = pass.shader.layout.constants;
  const invocations = plan.batch * plan.inChannels * Math.ceil(plan.image[0] / TILE_ROWS) * plan.image[1];
  return () => ({
    dispatches: [pass.createDispatch(bound, { invocations })],
    output: storage.gradient,
    elements,
  });
}
