/** dL/dimage on the device: shaders/image-gradient.wgsl. */
import { imageShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct } from './plan-struct.ts';

/** Operands are row-major and fill the plan's shapes; throws LimitError. */
export function createImageGradient(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  upstream: Float32Array,
  kernel: Float32Array,
): Recipe {
  const elements = elementCount(imageShape(plan));
  const planStruct = makePlanStruct(plan);
  const storage = buffers.createStorage({ upstream, kernel, gradient: elements });
  const bound = { ...storage, plan: buffers.createUniform('plan', planStruct) };
  const { TILE_ROWS } = passes.imageGradient.shader.layout.constants;
  const tiles = plan.batch * plan.inChannels * Math.ceil(plan.image[0] / TILE_ROWS) * plan.image[1];
  const dispatch = passes.imageGradient.createDispatch(bound, { invocations: tiles });
  return { dispatches: [dispatch], output: storage.gradient, elements };
}
