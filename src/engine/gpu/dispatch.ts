/** One dispatch with everything it needs, and how to record it. */
import { LimitError } from '../errors.ts';

export type WorkgroupGrid = readonly [x: number, y: number];

export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly workgroups: WorkgroupGrid;
}

/**
 * A row of `count` workgroups, folded into two dimensions when it is longer than the device allows. The grid may hold
 * more workgroups than asked for; shaders ignore those past their data. Throws LimitError for one that cannot fold.
 */
export function foldWorkgroups(count: number, maximum: number): WorkgroupGrid {
  if (count <= maximum) return [count, 1];
  const rows = Math.ceil(count / maximum);
  if (rows > maximum) {
    throw new LimitError({
      code: 'limit',
      resource: 'workgroups',
      requested: count,
      allowed: maximum * maximum,
      unit: 'workgroups',
    });
  }
  return [Math.ceil(count / rows), rows];
}

/** Records the dispatches as one compute pass; each sees what those before it wrote. */
export function encodeDispatches(
  encoder: GPUCommandEncoder,
  label: string,
  dispatches: readonly Dispatch[],
): void {
  const pass = encoder.beginComputePass({ label });
  for (const { pipeline, bindGroup, workgroups } of dispatches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(...workgroups);
  }
  pass.end();
}
