/** The update formulas of `torch.optim`, in place and without allocating: trainers take millions of them a second. */
import type { CompleteOptimizer } from './optimizer.ts';

/** An OptimizerState that moves on with each update. */
export interface RunningOptimizer {
  step: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

type Sgd = Extract<CompleteOptimizer, { kind: 'sgd' }>;
type Adam = Extract<CompleteOptimizer, { kind: 'adam' }>;

/** One update in float64: changes `weights` and `state`, which have as many elements as `gradient`. */
export function updateWeights(
  settings: CompleteOptimizer,
  state: RunningOptimizer,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  if (settings.kind === 'adam') updateByAdam(settings, state, weights, gradient);
  else if (settings.momentum === 0) descend(settings, weights, gradient);
  else updateByMomentum(settings, state, weights, gradient);
  state.step++;
}

function descend({ rate, weightDecay }: Sgd, weights: Float64Array, gradient: Float64Array): void {
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    weights[i] = weight - rate * ((gradient[i] ?? 0) + weightDecay * weight);
  }
}

// torch/optim/sgd.py: v₁ = g, vₜ = μ vₜ₋₁ + (1 − τ) g; the direction is v, or g + μ v with Nesterov.
function updateByMomentum(
  { rate, momentum, dampening, nesterov, weightDecay }: Sgd,
  { step, first }: RunningOptimizer,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const kept = step === 0 ? 0 : momentum;
  const added = step === 0 ? 1 : 1 - dampening;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const g = (gradient[i] ?? 0) + weightDecay * weight;
    const v = kept * (first[i] ?? 0) + added * g;
    first[i] = v;
    weights[i] = weight - rate * (nesterov ? g + momentum * v : v);
  }
}

// torch/optim/adam.py: m = β₁m + (1 − β₁)g, v = β₂v + (1 − β₂)g²; w −= η/(1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
function updateByAdam(
  { rate, beta1, beta2, epsilon, weightDecay }: Adam,
  { step, first, second }: RunningOptimizer,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const stepSize = rate / (1 - beta1 ** (step + 1));
  const secondCorrection = Math.sqrt(1 - beta2 ** (step + 1));
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    const g = (gradient[i] ?? 0) + weightDecay * weight;
    const m = beta1 * (first[i] ?? 0) + (1 - beta1) * g;
    const v = beta2 * (second[i] ?? 0) + (1 - beta2) * g * g;
    first[i] = m;
    second[i] = v;
    weights[i] = weight - (stepSize * m) / (Math.sqrt(v) / secondCorrection + epsilon);
  }
}
