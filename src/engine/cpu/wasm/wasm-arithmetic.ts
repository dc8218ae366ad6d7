/** WebAssembly SIMD: float32 products in four lanes, long sums in float64. */
import { imageShape, kernelShape, responseShape, type Plan } from '../../../math/geometry.ts';
import { elementCount, type Shape4, type Tensor4 } from '../../../math/tensor.ts';
import type { CheckedProblem } from '../../training-problem.ts';
import type { Arithmetic, OpenLoss } from '../arithmetic.ts';
import { requireElements } from '../limits.ts';
import { PlainArithmetic } from '../plain/plain-arithmetic.ts';
import { makeCollector, sweepResponse } from './correlate.ts';
import { Heap } from './heap.ts';
import { makePhaseSweeps, sweepImageGradient } from './image-gradient.ts';
import { sweepKernelGradient } from './kernel-gradient.ts';
import type { CompiledAssembly } from './kernels.ts';
import { openLossOn } from './open-loss.ts';
import { isCompact, makeSweep } from './sweep.ts';

/** A heap never shrinks: a larger one is left to the garbage collector when its work is done. */
const MOST_KEPT_BYTES = 2 ** 26;

/** Each heap holds a part of the address space even when it is empty, so they are used again. */
const MOST_IDLE_HEAPS = 4;

export class WasmArithmetic implements Arithmetic {
  readonly name: string;
  private readonly module: WebAssembly.Module;
  private readonly idle: Heap[] = [];
  /** For windows that are mostly padding: it skips what is zero. */
  private readonly plain = new PlainArithmetic();

  constructor({ name, module }: CompiledAssembly) {
    this.name = name;
    this.module = module;
  }

  correlate(plan: Plan, image: Float32Array, kernel: Float32Array, out?: Float32Array): Tensor4 {
    const result = createResult('response', responseShape(plan), out);
    const sweep = makeSweep(plan);
    if (!isCompact(sweep)) return this.plain.correlate(plan, image, kernel, out);
    this.withHeap((heap) => {
      sweepResponse(heap, sweep, image, kernel, makeCollector(result.data, plan.output));
    });
    return result;
  }

  kernelGradient(plan: Plan, image: Float32Array, upstream: Float32Array, out?: Float32Array): Tensor4 {
    const result = createResult('kernel gradient', kernelShape(plan), out);
    const sweep = makeSweep(plan);
    if (!isCompact(sweep)) return this.plain.kernelGradient(plan, image, upstream, out);
    this.withHeap((heap) => {
      result.data.set(sweepKernelGradient(heap, sweep, image, upstream));
    });
    return result;
  }

  imageGradient(plan: Plan, upstream: Float32Array, kernel: Float32Array, out?: Float32Array): Tensor4 {
    const result = createResult('image gradient', imageShape(plan), out);
    const phases = makePhaseSweeps(plan);
    if (!phases.every(({ sweep }) => isCompact(sweep)))
      return this.plain.imageGradient(plan, upstream, kernel, out);
    this.withHeap((heap) => {
      sweepImageGradient(heap, plan, phases, upstream, kernel, result.data);
    });
    return result;
  }

  openLoss(problem: CheckedProblem): OpenLoss {
    requireElements('image', problem.image.length);
    requireElements('target', problem.target.length);
    if (!isCompact(makeSweep(problem.plan))) return this.plain.openLoss(problem);
    const heap = this.borrow();
    return openLossOn(heap, problem, () => {
      this.giveBack(heap);
    });
  }

  // A heap whose work failed is not used again.
  private withHeap(work: (heap: Heap) => void): void {
    const heap = this.borrow();
    work(heap);
    this.giveBack(heap);
  }

  private borrow(): Heap {
    return this.idle.pop() ?? new Heap(this.module);
  }

  private giveBack(heap: Heap): void {
    if (heap.size <= MOST_KEPT_BYTES && this.idle.length < MOST_IDLE_HEAPS) this.idle.push(heap);
  }
}

function createResult(resource: string, shape: Shape4, out: Float32Array | undefined): Tensor4 {
  if (out !== undefined) return { shape, data: out };
  const count = elementCount(shape);
  requireElements(resource, count);
  return { shape, data: new Float32Array(count) };
}
