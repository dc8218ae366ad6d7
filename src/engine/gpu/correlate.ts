/** The response on the device, by the path that its plan takes. */
import correlate from '../../../shaders/correlate.wgsl';
import { responseShape, type Plan } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { BufferSet } from './buffer-set.ts';
import { chooseCorrelationPath } from './choose-path.ts';
import type { Path } from './path.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makePlanStruct, requireExtents } from './plan-struct.ts';
import { prepareStripCorrelation } from './strip-correlate.ts';
import { prepareTileCorrelation } from './tile-correlate.ts';

type PrepareCorrelation = typeof prepareStripCorrelation;

/** For each path how to prepare it. */
export const CORRELATIONS: Readonly<Record<Path, PrepareCorrelation>> = {
  strips: prepareStripCorrelation,
  tiles: prepareTileCorrelation,
  general: prepareGeneralCorrelation,
};

/** Operands are row-major and fill the plan's shapes. Prepares as `Prepare` says. */
export function prepareCorrelation(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  requireExtents(plan);
  const path = chooseCorrelationPath(plan, passes);
  return CORRELATIONS[path](passes, buffers, plan, image, kernel);
}

/** Any geometry, by shaders/correlate.wgsl. */
async function prepareGeneralCorrelation(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  const elements = elementCount(responseShape(plan));
  const planStruct = makePlanStruct(plan);
  const storage = buffers.createStorage({ image, kernel, response: elements });
  const bound = { ...storage, plan: buffers.createUniform('plan', planStruct) };
  const pass = await passes.get(correlate);
  return () => {
    const invocations = countTiles(plan, pass.shader.layout.constants.TILE_ROWS);
    return { dispatches: [pass.createDispatch(bound, { invocations })], output: storage.response, elements };
  };
}

/** Tiles of `tileRows` response rows of one column, as include/window.wgsl counts them. */
export function countTiles(plan: Plan, tileRows: number): number {
  const [height, width] = plan.output;
  return plan.batch * plan.outChannels * Math.ceil(height / tileRows) * width;
}
