/** What an optimiser has on the device: its settings, and its state of one element a weight that starts at zero. */
import adam from '../../../shaders/adam.wgsl';
import sgd from '../../../shaders/sgd.wgsl';
import type { CompleteOptimizer } from '../../math/optimizer.ts';
import type { BufferSet } from './buffer-set.ts';
import { makeStruct } from './struct.ts';

type Settings<K extends CompleteOptimizer['kind']> = Extract<CompleteOptimizer, { kind: K }>;

/** ln 0 is no float32; e^-87 is the smallest power that is, and 1 - e^-87 = 1 as 1 - 0 is. */
const SMALLEST_LOG = -87;

export type OptimizerBuffers =
  | { readonly kind: 'sgd'; readonly bound: Record<'settings' | 'momentum_buffer', GPUBuffer> }
  | {
      readonly kind: 'adam';
      readonly bound: Record<'settings' | 'first_moment' | 'second_moment', GPUBuffer>;
    };

/** Named as the shaders bind them; throws LimitError. */
export function createOptimizerBuffers(
  buffers: BufferSet,
  optimizer: CompleteOptimizer,
  weights: number,
): OptimizerBuffers {
  if (optimizer.kind === 'sgd') {
    const state = buffers.createStorage({ momentum_buffer: weights });
    const settings = buffers.createUniform('settings', makeSgdStruct(optimizer));
    return { kind: 'sgd', bound: { ...state, settings } };
  }
  const state = buffers.createStorage({ first_moment: weights, second_moment: weights });
  const settings = buffers.createUniform('settings', makeAdamStruct(optimizer));
  return { kind: 'adam', bound: { ...state, settings } };
}

function makeSgdStruct(settings: Settings<'sgd'>): ArrayBuffer {
  return makeStruct(sgd.layout.bindings.settings.struct, {
    rate: settings.rate,
    momentum: settings.momentum,
    added: 1 - settings.dampening,
    nesterov: settings.nesterov ? 1 : 0,
    weight_decay: settings.weightDecay,
  });
}

function makeAdamStruct(settings: Settings<'adam'>): ArrayBuffer {
  const { rate, beta1, beta2, epsilon, weightDecay } = settings;
  return makeStruct(adam.layout.bindings.settings.struct, {
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
}
