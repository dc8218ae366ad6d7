/** The response by tiles, for several channels and any steps: shaders/tile-correlate.wgsl. */
import tileCorrelate from '../../../shaders/tile-correlate.wgsl';
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makeDense, layPitched, pitchedLength } from './pitched.ts';
import { chooseTileSizes, makeTiles } from './tiles.ts';

/** For plans whose path is `tiles`; operands are row-major. Prepares as `Prepare` says. */
export async function prepareTileCorrelation(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  const sizes = chooseTileSizes(plan);
  if (sizes === null) throw new Error('no tile fits this plan');
  const tiles = makeTiles(plan, sizes);
  const planes = plan.batch * plan.outChannels;
  const elements = pitchedLength(planes, tiles.response);
  const storage = buffers.createStorage({
    image: layPitched(image, plan.batch * plan.inChannels, plan.image, tiles.image),
    kernel,
    response: elements,
  });
  const bound = { ...storage, plan: buffers.createUniform('plan', tiles.struct) };
  const pass = await passes.get(tileCorrelate, sizes);
  return () => ({
    dispatches: [pass.createDispatch(bound, { invocations: tiles.invocations })],
    output: storage.response,
    elements,
    unpack: (values, out) => makeDense(values, planes, plan.output, tiles.response, out),
  });
}
