/** A stack of layers in one call: each layer by itself would wait for the line to the engine's worker. */
import { activate } from '../math/stack/activation.ts';
import type { ActivationLayer, PoolingLayer } from '../math/stack/layer.ts';
import { planCorrelation, responseShape } from '../math/geometry.ts';
import { multiplyAdds } from '../math/multiply-adds.ts';
import { pool, pooledShape } from '../math/stack/pooling.ts';
import type { Shape4 } from '../math/tensor.ts';
import type { Engine, Geometry, Tensor4 } from './contract.ts';

export type StackStep =
  | { readonly kind: 'correlation'; readonly kernel: Tensor4; readonly geometry: Partial<Geometry> }
  | PoolingLayer
  | ActivationLayer;

/** An engine that computes elsewhere runs stacks there. */
export interface RunsStacks {
  runStack(image: Tensor4, steps: readonly StackStep[]): Promise<readonly Tensor4[]>;
}

/**
 * The results of all steps, each `[batch, channels, height, width]`; they may share memory. Rejects as `correlate` does, and
 * with RangeError for a pooling window larger than its maps.
 */
export function runStack(
  engine: Pick<Engine, 'correlate'>,
  image: Tensor4,
  steps: readonly StackStep[],
): Promise<readonly Tensor4[]> {
  return runsStacks(engine) ? engine.runStack(image, steps) : runStackHere(engine, image, steps);
}

export async function runStackHere(
  engine: Pick<Engine, 'correlate'>,
  image: Tensor4,
  steps: readonly StackStep[],
): Promise<readonly Tensor4[]> {
  const results: Tensor4[] = [];
  for (const step of steps) results.push(await runStep(engine, results.at(-1) ?? image, step));
  return results;
}

/** Multiply-adds of all steps. Throws as `runStack` rejects. */
export function stackMultiplyAdds(image: Shape4, steps: readonly StackStep[]): number {
  let total = 0;
  let shape = image;
  for (const step of steps) {
    if (step.kind === 'correlation') {
      const plan = planCorrelation(shape, step.kernel.shape, step.geometry);
      total += multiplyAdds(plan);
      shape = responseShape(plan);
    } else if (step.kind === 'pooling') shape = pooledShape(shape, step);
  }
  return total;
}

function runStep(
  engine: Pick<Engine, 'correlate'>,
  input: Tensor4,
  step: StackStep,
): Promise<Tensor4> | Tensor4 {
  switch (step.kind) {
    case 'correlation':
      return engine.correlate(input, step.kernel, step.geometry);
    case 'pooling':
      return pool(input, step);
    case 'activation':
      return activate(input, step.name);
  }
}

function runsStacks(engine: object): engine is RunsStacks {
  return 'runStack' in engine;
}
