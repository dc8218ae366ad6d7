/** The response by strips, in registers: shaders/strip-correlate.wgsl. */
import stripCorrelate from '../../../shaders/strip-correlate.wgsl';
import type { Plan } from '../../math/geometry.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Recipe } from './one-shot.ts';
import type { Passes } from './passes.ts';
import { makeDense, layPitched, pitchedLength } from './pitched.ts';
import { makeStrips } from './strips.ts';

/** For plans whose path is `strips`; operands are row-major. Prepares as `Prepare` says. */
export async function prepareStripCorrelation(
  passes: Passes,
  buffers: BufferSet,
  plan: Plan,
  image: Float32Array,
  kernel: Float32Array,
): Promise<() => Recipe> {
  const strips = makeStrips(plan, passes.deviceClass);
  const planes = plan.batch * plan.outChannels;
  const elements = pitchedLength(planes, strips.response);
  const storage = buffers.createStorage({
    image: layPitched(image, plan.batch * plan.inChannels, plan.image, strips.image),
    kernel,
    response: elements,
  });
  const bound = { ...storage, plan: buffers.createUniform('plan', strips.struct) };
  const pass = await passes.get(stripCorrelate, strips.sizes);
  return () => {
    const invocations = plan.outChannels * strips.chunks;
    return {
      dispatches: [pass.createDispatch(bound, { invocations })],
      output: storage.response,
      elements,
      unpack: (values, out) => makeDense(values, planes, plan.output, strips.response, out),
    };
  };
}
