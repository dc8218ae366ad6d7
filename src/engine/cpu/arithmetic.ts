/** What the CPU engine computes with: compiled SIMD loops, or plain TypeScript where these cannot run. */
import type { Plan } from '../../math/geometry.ts';
import type { Tensor4 } from '../../math/tensor.ts';
import type { OpenLoss } from '../open-loss.ts';
import type { CheckedProblem } from '../training-problem.ts';

/**
 * Operands are row-major float32 and fill the plan's shapes; every sum has a fixed order. A result goes to a new array,
 * or to `out`, which has its length and shares no memory with the operands. What is under way after a call returned has
 * read its operands; a promise rejects with WorkerError when another core that took part failed, or with DisposedError.
 */
export interface Arithmetic {
  /** What computes, for people. */
  readonly name: string;
  /** Response `[n, o, h', w']`. Throws LimitError before allocating. */
  correlate(
    plan: Plan,
    image: Float32Array,
    kernel: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4>;
  /** dL/dkernel `[o, c / groups, kh, kw]`. Throws LimitError before allocating. */
  kernelGradient(
    plan: Plan,
    image: Float32Array,
    upstream: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4>;
  /** dL/dimage `[n, c, h, w]`. Throws LimitError before allocating. */
  imageGradient(
    plan: Plan,
    upstream: Float32Array,
    kernel: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4>;
  /** Copies the problem to where it computes; throws LimitError when there is no room. */
  openLoss(problem: CheckedProblem): OpenLoss;
  dispose(): void;
}
