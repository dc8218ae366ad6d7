/** The response on the device: shaders/correlate.wgsl. */
import { responseShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct } from './plan-struct.ts';

/** Operands are row-major and fill the plan's shapes; throws LimitError. */
export function createCorrelation(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
): Recipe {
  const elements = elementCount(responseShape(plan));
  const planStruct = makePlanStruct(plan);
  const storage = buffers.createStorage({ image, kernel, response: elements });
  const bound = { ...storage, plan: buffers.createUniform('plan', planStruct) };
  const dispatch = passes.correlate.createDispatch(bound, {
    invocations: countTiles(plan, passes.correlate.shader.layout.constants.TILE_ROWS),
  });
  return { dispatches: [dispatch], output: storage.response, elements };
}

/** Tiles of `tileRows` response rows of one column, as include/window.wgsl counts them. */
export function countTiles(plan: Plan, tileRows: number): number {
  const [height, width] = plan.output;
  return plan.batch * plan.outChannels * Math.ceil(height / tileRows) * width;
}
