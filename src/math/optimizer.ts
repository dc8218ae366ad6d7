/** The optimisers of `torch.optim`. */
import { OptimizerError, type OptimizerField } from './optimizer-error.ts';
import { updateWeights } from './optimizer-update.ts';

export { OptimizerError };

export type OptimizerSettings =
  | {
      readonly kind: 'sgd';
      readonly rate: number;
      readonly momentum?: number;
      readonly dampening?: number;
      readonly nesterov?: boolean;
      readonly weightDecay?: number;
    }
  | {
      readonly kind: 'adam';
      readonly rate: number;
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
      readonly weightDecay?: number;
    };

type Sgd = Required<Extract<OptimizerSettings, { kind: 'sgd' }>>;
type Adam = Required<Extract<OptimizerSettings, { kind: 'adam' }>>;

/** Settings with every default filled in. */
export type CompleteOptimizer = Sgd | Adam;

/** `first` is SGD's momentum buffer or Adam's first moment, `second` Adam's second moment (empty for SGD). */
export interface OptimizerState {
  /** Updates taken. */
  readonly step: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Fills PyTorch's defaults in; throws OptimizerError for settings that cannot be. */
export function completeOptimizer(settings: OptimizerSettings): CompleteOptimizer {
  return settings.kind === 'sgd' ? completeSgd(settings) : completeAdam(settings);
}

/** The state before the first update of `count` weights. */
export function makeOptimizerState(settings: OptimizerSettings, count: number): OptimizerState {
  const second = settings.kind === 'adam' ? count : 0;
  return { step: 0, first: new Float64Array(count), second: new Float64Array(second) };
}

/** One update in float64; changes none of its arguments. Weights and gradient have the state's `count` elements. */
export function optimizerStep(
  settings: OptimizerSettings,
  state: OptimizerState,
  weights: Float64Array,
  gradient: ArrayLike<number>,
): { readonly weights: Float64Array; readonly state: OptimizerState } {
  const next = { step: state.step, first: state.first.slice(), second: state.second.slice() };
  const moved = weights.slice();
  updateWeights(completeOptimizer(settings), next, moved, Float64Array.from(gradient));
  return { weights: moved, state: next };
}

function completeSgd(settings: Extract<OptimizerSettings, { kind: 'sgd' }>): Sgd {
  const complete = { momentum: 0, dampening: 0, nesterov: false, weightDecay: 0, ...settings };
  const { rate, momentum, dampening, nesterov, weightDecay } = complete;
  requireRange('rate', rate, 0, null);
  requireRange('momentum', momentum, 0, null);
  requireRange('dampening', dampening, null, null);
  requireRange('weight-decay', weightDecay, 0, null);
  if (nesterov && (momentum === 0 || dampening !== 0)) {
    throw new OptimizerError({ code: 'nesterov-needs-momentum', momentum, dampening });
  }
  return complete;
}

function completeAdam(settings: Extract<OptimizerSettings, { kind: 'adam' }>): Adam {
  const complete = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0, ...settings };
  requireRange('rate', complete.rate, 0, null);
  requireRange('beta1', complete.beta1, 0, 1);
  requireRange('beta2', complete.beta2, 0, 1);
  requireRange('epsilon', complete.epsilon, 0, null);
  requireRange('weight-decay', complete.weightDecay, 0, null);
  return complete;
}

function requireRange(
  field: OptimizerField,
  value: number,
  minimum: number | null,
  maximum: number | null,
): void {
  const inside =
    Number.isFinite(value) && (minimum === null || value >= minimum) && (maximum === null || value < maximum);
  if (!inside) throw new OptimizerError({ code: 'setting-out-of-range', field, value, minimum, maximum });
}
