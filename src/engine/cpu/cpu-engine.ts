/** The engine contract on the CPU, wherever JavaScript runs. */
import { imageShape, kernelShape, responseShape, type Geometry, type Size } from '../../math/geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from '../../math/operands.ts';
import type { Shape4, Tensor4 } from '../../math/tensor.ts';
import type { Engine, EngineInfo, Fallback, Trainer, TrainingProblem } from '../contract.ts';
import { DisposedError } from '../errors.ts';
import { openGramLoss } from '../gram-loss.ts';
import { HostTrainer } from '../host-trainer.ts';
import { giveResult, requireOut, sharesMemory } from '../result.ts';
import { checkProblem } from '../training-problem.ts';
import type { Arithmetic } from './arithmetic.ts';
import { openArithmetic } from './open-arithmetic.ts';

/** Opens the CPU engine; `fallback` says why it stands in for WebGPU, where it does. */
export async function openCpuEngine(fallback: Fallback | null = null): Promise<Engine> {
  return makeCpuEngine(await openArithmetic(), fallback);
}

/** The engine on a given arithmetic. */
export function makeCpuEngine(arithmetic: Arithmetic, fallback: Fallback | null = null): Engine {
  return new CpuEngine(arithmetic, { kind: 'cpu', adapter: arithmetic.name, fallback });
}

class CpuEngine implements Engine {
  private disposed = false;

  constructor(
    private readonly arithmetic: Arithmetic,
    readonly info: EngineInfo,
  ) {}

  correlate(
    image: Tensor4,
    kernel: Tensor4,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    return this.finish(() => {
      const plan = checkCorrelation(image, kernel, geometry);
      return this.give(responseShape(plan), out, [image.data, kernel.data], (free) =>
        this.arithmetic.correlate(plan, image.data, kernel.data, free),
      );
    });
  }

  kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    return this.finish(() => {
      const plan = checkKernelGradient(image, upstream, kernelSize, geometry);
      return this.give(kernelShape(plan), out, [image.data, upstream.data], (free) =>
        this.arithmetic.kernelGradient(plan, image.data, upstream.data, free),
      );
    });
  }

  imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    return this.finish(() => {
      const plan = checkImageGradient(upstream, kernel, imageSize, geometry);
      return this.give(imageShape(plan), out, [upstream.data, kernel.data], (free) =>
        this.arithmetic.imageGradient(plan, upstream.data, kernel.data, free),
      );
    });
  }

  train(problem: TrainingProblem): Promise<Trainer> {
    return this.finish(() => {
      const checked = checkProblem(problem);
      const loss = checked.method === 'gram' ? openGramLoss(checked) : this.arithmetic.openLoss(checked);
      return new HostTrainer(checked, loss, this.requireAlive);
    });
  }

  dispose(): void {
    this.disposed = true;
    this.arithmetic.dispose();
  }

  /** Computes into `out` at once, or by way of a new array where an operand is in the same memory. */
  private give(
    shape: Shape4,
    out: Float32Array | undefined,
    operands: readonly Float32Array[],
    compute: (free: Float32Array | undefined) => Tensor4 | Promise<Tensor4>,
  ): Tensor4 | Promise<Tensor4> {
    requireOut(out, shape);
    if (out === undefined || !sharesMemory(out, ...operands)) return compute(out);
    const result = compute(undefined);
    return result instanceof Promise
      ? result.then((tensor) => giveResult(tensor, out))
      : giveResult(result, out);
  }

  // Reads the operands as they are now; an end before the caller goes on is met as on the GPU.
  private async finish<Result>(compute: () => Result | Promise<Result>): Promise<Result> {
    this.requireAlive();
    const result = await compute();
    this.requireAlive();
    return result;
  }

  private readonly requireAlive = (): void => {
    if (this.disposed) throw new DisposedError();
  };
}
