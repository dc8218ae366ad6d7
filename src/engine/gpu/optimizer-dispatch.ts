/** The optimiser's pass with its settings and its state on the device: shaders/sgd.wgsl and adam.wgsl. */
import type { CompleteOptimizer } from '../../math/optimizer.ts';
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import type { Passes } from './passes.ts';
import { makeStruct } from './struct.ts';

type Settings<K extends CompleteOptimizer['kind']> = Extract<CompleteOptimizer, { kind: K }>;

/** ln 0 is no float32; e^-87 is the smallest power that is, and 1 - e^-87 = 1 as 1 - 0 is. */
const SMALLEST_LOG = -87;

/** What the pass reads and updates, one element a weight. */
export interface WeightBuffers {
  readonly progress: GPUBuffer;
  readonly gradient: GPUBuffer;
  readonly kernel: GPUBuffer;
}

/** One update of `weights` weights; state starts at zero. Throws LimitError. */
export function createOptimizerDispatch(
  passes: Passes,
  buffers: BufferSet,
  optimizer: CompleteOptimizer,
  bound: WeightBuffers,
  weights: number,
): Dispatch {
  return optimizer.kind === 'sgd'
    ? createSgd(passes.sgd, buffers, optimizer, bound, weights)
    : createAdam(passes.adam, buffers, optimizer, bound, weights);
}

function createSgd(
  pass: Passes['sgd'],
  buffers: BufferSet,
  { rate, momentum, dampening, nesterov, weightDecay }: Settings<'sgd'>,
  bound: WeightBuffers,
  weights: number,
): Dispatch {
  const settings = makeStruct(pass.shader.layout.bindings.settings.struct, {
    rate,
    momentum,
    added: 1 - dampening,
    nesterov: nesterov ? 1 : 0,
    weight_decay: weightDecay,
  });
  const state = buffers.createStorage({ momentum_buffer: weights });
  const uniform = buffers.createUniform('settings', settings);
  return pass.createDispatch({ ...bound, ...state, settings: uniform }, { invocations: weights });
}

function createAdam(
  pass: Passes['adam'],
  buffers: BufferSet,
  { rate, beta1, beta2, epsilon, weightDecay }: Settings<'adam'>,
  bound: WeightBuffers,
  weights: number,
): Dispatch {
  const settings = makeStruct(pass.shader.layout.bindings.settings.struct, {
    rate,
    beta1,
    beta2,
    one_minus_beta1: 1 - beta1,
    one_minus_beta2: 1 - beta2,
    log_beta1: Math.max(Math.log(beta1), SMALLEST_LOG),
    log_beta2: Math.max(Math.log(beta2), SMALLEST_LOG),
    epsilon,
    weight_decay: weightDecay,
  });
  const state = buffers.createStorage({ first_moment: weights, second_moment: weights });
  const uniform = buffers.createUniform('settings', settings);
  return pass.createDispatch({ ...bound, ...state, settings: uniform }, { invocations: weights });
}
