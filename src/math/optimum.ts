/** The exact optimum of one layer: the kernel that gradient descent goes to, and the directions that nothing decides. */
import { eigensystem, type Eigensystem } from './eigen.ts';
import { planCorrelation, requireUpstream, type Geometry, type Plan, type Size } from './geometry.ts';
import { lossScale, type LossReduction } from './loss.ts';
import { normalEquations, writeGradient, type NormalEquations } from './normal-equations.ts';
import { matrixRows } from './quadratic.ts';
import { fastRow } from './row-dot.ts';
import { requireTensor, type NumericTensor, type Shape4, type Tensor4Float64 } from './tensor.ts';

export interface Optimum {
  /** Of all kernels with the least loss the one nearest to zero, `[out, channels, height, width]`. */
  readonly kernel: Tensor4Float64;
  /** The least loss; 0 where a kernel gives the target. */
  readonly loss: number;
  /** Directions of one output channel's kernel that the image decides: taps − nullSpace.length. */
  readonly rank: number;
  /** Unit vectors, orthogonal to one another, that change no response: an optimum plus any of them is one as well. */
  readonly nullSpace: readonly (readonly number[])[];
  /** Of XᵀX, ascending: the null space comes first. */
  readonly gram: Eigensystem;
}

/**
 * Eigenvalues of XᵀX below this share of the largest, for each tap, count as 0. It is some 250 times the rounding of
 * float64: above that of the sums and of the decomposition, and far below what a photograph decides weakly.
 */
const ZERO_SHARE = 2 ** -44;

/**
 * The optimum k* = G⁺ b of a layer without groups, from an image and a target `[n, out, h', w']`; G⁺ is the
 * pseudo-inverse (Moore and Penrose), by eigenvectors. Throws GeometryError or ShapeError.
 */
export function optimum(
  image: NumericTensor,
  target: NumericTensor,
  kernelSize: Size,
  geometry: Partial<Geometry> | undefined,
  reduction: LossReduction,
): Optimum {
  requireTensor(image, 'image');
  requireTensor(target, 'target');
  const shape: Shape4 = [target.shape[1], image.shape[1], ...kernelSize];
  const plan = planCorrelation(image.shape, shape, geometry);
  requireUpstream(plan, target.shape, 'target');
  const equations = normalEquations(plan, fastRow(image.data), fastRow(target.data));
  return solve(plan, equations, shape, lossScale(reduction, target.data.length));
}

function solve(plan: Plan, equations: NormalEquations, shape: Shape4, scale: number): Optimum {
  const { taps, moments } = equations;
  const system = eigensystem(matrixRows(plan, equations.gram[0] ?? new Float64Array(), 1));
  const { values, vectors } = system;
  const least = (values.at(-1) ?? 0) * taps * ZERO_SHARE;
  const data = new Float64Array(moments.length);
  const nullSpace = vectors.filter((vector, i) => {
    const value = values[i] ?? 0;
    if (value <= least) return true;
    for (let start = 0; start < data.length; start += taps)
      addProjection(data, moments, start, vector, value);
    return false;
  });
  const loss = writeGradient(equations, scale, data, new Float64Array(data.length));
  return { kernel: { shape, data }, loss, rank: taps - nullSpace.length, nullSpace, gram: system };
}

/** Adds (vᵀb / λ) v for the output channel whose weights begin with `start`. */
function addProjection(
  data: Float64Array,
  moments: Float64Array,
  start: number,
  vector: readonly number[],
  value: number,
): void {
  const along = vector.reduce((sum, v, i) => sum + v * (moments[start + i] ?? 0), 0) / value;
  vector.forEach((v, i) => (data[start + i] = (data[start + i] ?? 0) + along * v));
}
