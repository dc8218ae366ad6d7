/**
 * How far a trainer's weights and losses may be from the float64 reference after a number of SGD steps.
 *
 * The loss is quadratic, so an error travels by the iteration itself: along an eigenvector of the Hessian with
 * eigenvalue λ, weight and momentum (w, v) go to A (w, v), and an error (δw, δv) made by step s is A^(T−1−s) (δw, δv)
 * after step T. Hence ‖e_T‖ ≤ Σ_s max_λ |A^(T−1−s)|ww ‖δw_s‖ + max_λ |A^(T−1−s)|wv ‖δv_s‖ (2-norms; eigenvectors are
 * orthogonal). The errors of a step come from its gradient (see `gradientError`) and from rounding weights to float32.
 */
import * as definition from '../../../src/math/definition.ts';
import { planCorrelation } from '../../../src/math/geometry.ts';
import { gramMatrices, tapCount } from '../../../src/math/gram.ts';
import { lossScale } from '../../../src/math/loss.ts';
import { completeOptimizer, type CompleteOptimizer } from '../../../src/math/optimizer.ts';
import { eigenvalues } from '../../../src/math/quadratic.ts';
import { elementCount, type NumericTensor } from '../../../src/math/tensor.ts';
import { errorBound } from '../../../src/math/tolerance.ts';
import { trainReference, type ReferenceStep } from '../../../src/math/train.ts';
import type { TrainingProblem } from '../../../src/engine/index.ts';

type Method = NonNullable<TrainingProblem['method']>;
type Sgd = Extract<CompleteOptimizer, { kind: 'sgd' }>;
/** A 2×2 matrix [[ww, wv], [vw, vv]]. */
type Step = readonly [ww: number, wv: number, vw: number, vv: number];

export interface BoundedStep extends ReferenceStep {
  readonly kernelBound: number;
  readonly lossBound: number;
}

const FLOAT32 = 2 ** -24;
const FLOAT64 = 2 ** -53;
/** Bounds are taken at the reference's weights, and not at those that are off by as much as they say. */
const SECOND_ORDER = 1.01;

/** The eigenvalues of the Hessian, over all groups. */
export function curvaturesOf({ image, kernel, geometry, loss, target }: TrainingProblem): number[] {
  const plan = planCorrelation(image.shape, kernel.shape, geometry);
  const taps = tapCount(plan);
  const scale = 2 * lossScale(loss, target.data.length);
  return gramMatrices(plan, image.data).flatMap((gram) =>
    eigenvalues(
      Array.from({ length: taps }, (_, i) =>
        Array.from(gram.subarray(i * taps, (i + 1) * taps), (g) => scale * g),
      ),
    ),
  );
}

/** The reference's steps of an SGD problem, with what a trainer of `method` may be off by. */
export function boundTrajectory(
  problem: TrainingProblem,
  method: Method,
  steps: number,
): readonly BoundedStep[] {
  const settings = completeOptimizer(problem.optimizer);
  if (settings.kind !== 'sgd') throw new Error('the bound is derived for SGD');
  const history = trainReference(problem, steps);
  const curvatures = curvaturesOf(problem);
  const powers = history.map((_, power) =>
    curvatures.map((curvature) => powerOf(stepOf(settings, curvature), power)),
  );
  const made = errorsOf(problem, method, settings, history);
  return history.map((reference, step) => {
    // Its loss and gradient are those before the update.
    const before = travelled(made.slice(0, step), powers);
    const kernelBound = SECOND_ORDER * travelled(made.slice(0, step + 1), powers);
    const growth = norm(reference.gradient.data) * before + (Math.max(...curvatures) / 2) * before ** 2;
    const own = lossError(problem, method, kernelBefore(problem, history, step), reference.loss);
    return { ...reference, kernelBound, lossBound: SECOND_ORDER * (growth + own) };
  });
}

function travelled(
  made: readonly { readonly weight: number; readonly momentum: number }[],
  powers: readonly (readonly Step[])[],
): number {
  return made.reduce((sum, { weight, momentum }, s) => {
    const matrices = powers[made.length - 1 - s] ?? [];
    const largest = (entry: 0 | 1) => Math.max(...matrices.map((matrix) => Math.abs(matrix[entry])));
    return sum + largest(0) * weight + largest(1) * momentum;
  }, 0);
}

/** ‖δw‖ and ‖δv‖ that each step makes. */
function errorsOf(
  problem: TrainingProblem,
  method: Method,
  settings: Sgd,
  history: readonly ReferenceStep[],
): { readonly weight: number; readonly momentum: number }[] {
  const { rate, momentum, dampening, nesterov, weightDecay } = settings;
  let velocity = new Float64Array(problem.kernel.data.length);
  return history.map(({ gradient, kernel }, step) => {
    const before = kernelBefore(problem, history, step);
    const added = step === 0 ? 1 : 1 - dampening;
    velocity = velocity.map(
      (v, i) => momentum * v + added * ((gradient.data[i] ?? NaN) + weightDecay * (before.data[i] ?? NaN)),
    );
    const fromGradient = norm(gradientError(problem, method, before));
    const factor = momentum === 0 ? 1 : nesterov ? 1 + momentum * added : added;
    // A trainer on the GPU keeps everything in float32, and its update has a handful of operations.
    const operations = method === 'gram' ? 0 : 8 * FLOAT32;
    const size = norm(velocity) + norm(gradient.data) + weightDecay * norm(before.data);
    return {
      weight: rate * (factor * fromGradient + operations * size) + (FLOAT32 + operations) * norm(kernel.data),
      momentum: added * fromGradient + operations * size,
    };
  });
}

/**
 * For each weight. By passes: float32 sums for the response and for the gradient (src/math/tolerance.ts), and the
 * rounding of the residual between them. By the normal equations: float64 sums (src/math/normal-equations.ts).
 */
function gradientError(problem: TrainingProblem, method: Method, kernel: NumericTensor): Float64Array {
  const { image, geometry, loss, target } = problem;
  const scale = 2 * lossScale(loss, target.data.length);
  const [, , height, width] = kernel.shape;
  const reach = reachOf(problem, kernel);
  const n = elementCount(target.shape) + 2 * elementCount(kernel.shape) + 3;
  const own = method === 'gram' ? null : responseError(problem, kernel);
  const upstream = reach.map((value, i) =>
    own === null ? n * FLOAT64 * value : (own[i] ?? NaN) + 2 * (n + 4) * FLOAT32 * value,
  );
  const data = upstream.map((value) => scale * value);
  return definition.kernelGradient(
    magnitudes(image),
    { shape: target.shape, data },
    [height, width],
    geometry,
  ).data;
}

function lossError(problem: TrainingProblem, method: Method, kernel: NumericTensor, loss: number): number {
  const { target } = problem;
  const scale = lossScale(problem.loss, target.data.length);
  const reach = reachOf(problem, kernel);
  const n = elementCount(target.shape) + 2 * elementCount(kernel.shape) + 3;
  if (method === 'gram') return FLOAT32 * loss + scale * n * FLOAT64 * sumOfSquares(reach);
  const residual = definition
    .correlate(problem.image, kernel, problem.geometry)
    .data.map((value, i) => Math.abs(value - (target.data[i] ?? NaN)));
  const error = responseError(problem, kernel);
  const fromResponse = residual.reduce(
    (sum, r, i) => sum + (2 * r + (error[i] ?? NaN)) * (error[i] ?? NaN),
    0,
  );
  return scale * fromResponse + 2 * n * FLOAT32 * loss;
}

/** What float32 may do to each element of the residual. */
function responseError(problem: TrainingProblem, kernel: NumericTensor): Float64Array {
  const reach = reachOf(problem, kernel);
  const ofSum = errorBound(problem.image, kernel, problem.geometry).data;
  return ofSum.map((value, i) => value + 2 * FLOAT32 * (reach[i] ?? NaN));
}

/** |X||k| + |y|: how large the numbers are that a residual is the difference of. */
function reachOf({ image, geometry, target }: TrainingProblem, kernel: NumericTensor): Float64Array {
  const sums = definition.correlate(magnitudes(image), magnitudes(kernel), geometry).data;
  return sums.map((value, i) => value + Math.abs(target.data[i] ?? NaN));
}

function stepOf({ rate, momentum, dampening, nesterov, weightDecay }: Sgd, curvature: number): Step {
  const h = curvature + weightDecay;
  if (momentum === 0) return [1 - rate * h, 0, 0, 0];
  const added = 1 - dampening;
  const [ofWeight, ofMomentum] = nesterov ? [(1 + momentum) * h, momentum ** 2] : [added * h, momentum];
  return [1 - rate * ofWeight, -rate * ofMomentum, added * h, momentum];
}

function powerOf(matrix: Step, power: number): Step {
  let result: Step = [1, 0, 0, 1];
  for (let i = 0; i < power; i++) {
    const [a, b, c, d] = result;
    result = [
      a * matrix[0] + b * matrix[2],
      a * matrix[1] + b * matrix[3],
      c * matrix[0] + d * matrix[2],
      c * matrix[1] + d * matrix[3],
    ];
  }
  return result;
}

function kernelBefore(
  problem: TrainingProblem,
  history: readonly ReferenceStep[],
  step: number,
): NumericTensor {
  return history[step - 1]?.kernel ?? problem.kernel;
}

function magnitudes({ shape, data }: NumericTensor): NumericTensor {
  return { shape, data: Float64Array.from(data, Math.abs) };
}

function norm(values: ArrayLike<number>): number {
  return Math.sqrt(sumOfSquares(values));
}

function sumOfSquares(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value * value, 0);
}
