/** WebAssembly SIMD: float32 products in four lanes, long sums in float64. */
import { imageShape, kernelShape, responseShape, type Plan } from '../../math/geometry.ts';
import { lossScale } from '../../math/loss.ts';
import { elementCount, type Shape4, type Tensor4 } from '../../math/tensor.ts';
import type { OpenLoss } from '../open-loss.ts';
import type { CheckedProblem } from '../training-problem.ts';
import type { Arithmetic } from './arithmetic.ts';
import { Crew } from './crew/crew.ts';
import { makeSharedLoss } from './crew/shared-loss.ts';
import { joinRows, makeStrips, shareStrips } from './crew/strips.ts';
import { requireElements } from './limits.ts';
import { PlainArithmetic } from './plain/plain-arithmetic.ts';
import { makeCollector, sweepResponse } from './wasm/correlate.ts';
import { Heap } from './wasm/heap.ts';
import { flipKernel, isSingle, makePhaseSweeps, sweepImageGradient } from './wasm/image-gradient.ts';
import { sweepKernelGradient } from './wasm/kernel-gradient.ts';
import type { CompiledAssembly } from './wasm/kernels.ts';
import { openStripLoss } from './wasm/strip-loss.ts';
import { isCompact, makeSweep, type Rows, type Sweep } from './wasm/sweep.ts';

/** A heap never shrinks: a larger one is left to the garbage collector when its work is done. */
const MOST_KEPT_BYTES = 2 ** 26;

/** Each heap holds a part of the address space even when it is empty, so they are used again. */
const MOST_IDLE_HEAPS = 4;

export class WasmArithmetic implements Arithmetic {
  readonly name: string;
  private readonly module: WebAssembly.Module;
  private readonly crew: Crew;
  private readonly idle: Heap[] = [];
  /** For windows that are mostly padding: it skips what is zero. */
  private readonly plain = new PlainArithmetic();

  constructor({ name, module }: CompiledAssembly, crew = new Crew(module)) {
    this.name = name;
    this.module = module;
    this.crew = crew;
  }

  correlate(
    plan: Plan,
    image: Float32Array,
    kernel: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4> {
    const result = createResult('response', responseShape(plan), out);
    const sweep = makeSweep(plan);
    if (!isCompact(sweep)) return this.plain.correlate(plan, image, kernel, out);
    return this.respond(sweep, image, kernel, result);
  }

  kernelGradient(
    plan: Plan,
    image: Float32Array,
    upstream: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4> {
    const result = createResult('kernel gradient', kernelShape(plan), out);
    const sweep = makeSweep(plan);
    if (!isCompact(sweep)) return this.plain.kernelGradient(plan, image, upstream, out);
    const [own = [], ...others] = this.share(sweep);
    const pending = others.map((strips, worker) => {
      return this.crew.kernelGradient(worker, sweep, strips, image, upstream);
    });
    const sums = this.withHeap((heap) => {
      return own.map((rows) => sweepKernelGradient(heap, sweep, image, upstream, rows));
    });
    const finish = (rest: readonly Float64Array[]) => addStrips(result, [...sums, ...rest]);
    return pending.length === 0 ? finish([]) : Promise.all(pending).then((rest) => finish(rest.flat()));
  }

  imageGradient(
    plan: Plan,
    upstream: Float32Array,
    kernel: Float32Array,
    out?: Float32Array,
  ): Tensor4 | Promise<Tensor4> {
    const result = createResult('image gradient', imageShape(plan), out);
    const phases = makePhaseSweeps(plan);
    if (!phases.every(({ sweep }) => isCompact(sweep))) {
      return this.plain.imageGradient(plan, upstream, kernel, out);
    }
    const [only] = phases;
    if (only && isSingle(plan)) {
      return this.respond(only.sweep, upstream, flipKernel(plan, kernel, only), result);
    }
    this.withHeap((heap) => {
      sweepImageGradient(heap, plan, phases, upstream, kernel, result.data);
    });
    return result;
  }

  openLoss(problem: CheckedProblem): OpenLoss {
    requireElements('image', problem.image.length);
    requireElements('target', problem.target.length);
    const sweep = makeSweep(problem.plan);
    if (!isCompact(sweep)) return this.plain.openLoss(problem);
    const { image, target } = problem;
    const scale = lossScale(problem.loss, target.length);
    // A step is a forward pass and a kernel gradient.
    const [strips = [], ...rest] = this.share(sweep, 2);
    const operands = { sweep, strips, image, target, slope: 2 * scale };
    const heap = this.borrow();
    const own = openStripLoss(heap, operands);
    const others = rest.map((further, worker) => {
      return this.crew.openLoss(worker, { ...operands, strips: further });
    });
    return makeSharedLoss(scale, own, others, () => {
      this.giveBack(heap);
    });
  }

  dispose(): void {
    this.crew.dispose();
  }

  private respond(
    sweep: Sweep,
    image: Float32Array,
    weights: Float32Array,
    result: Tensor4,
  ): Tensor4 | Promise<Tensor4> {
    const [own = [], ...others] = this.share(sweep);
    const pending = others.map((strips, worker) => {
      return this.crew.response(worker, sweep, strips, image, weights, result.data);
    });
    this.withHeap((heap) => {
      const take = makeCollector(result.data, sweep.output);
      sweepResponse(heap, sweep, image, weights, take, joinRows(own));
    });
    return pending.length === 0 ? result : Promise.all(pending).then(() => result);
  }

  /** The strips of this thread, then those of each worker. */
  private share(sweep: Sweep, passes = 1): readonly (readonly Rows[])[] {
    const strips = makeStrips(sweep, passes);
    return strips.length === 1 ? [strips] : shareStrips(strips, 1 + this.crew.size);
  }

  // A heap whose work failed is not used again.
  private withHeap<Result>(work: (heap: Heap) => Result): Result {
    const heap = this.borrow();
    const result = work(heap);
    this.giveBack(heap);
    return result;
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

function addStrips(result: Tensor4, sums: readonly Float64Array[]): Tensor4 {
  for (let i = 0; i < result.data.length; i++) {
    let total = 0;
    for (const strip of sums) total += strip[i] ?? 0;
    result.data[i] = total;
  }
  return result;
}
