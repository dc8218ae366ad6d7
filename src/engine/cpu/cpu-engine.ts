/** The engine contract on the CPU, wherever JavaScript runs. */
import type { Geometry, Size } from '../../math/geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from '../../math/operands.ts';
import type { Tensor4 } from '../../math/tensor.ts';
import type { Engine, EngineInfo, Fallback, Trainer, TrainingProblem } from '../contract.ts';
import { DisposedError } from '../errors.ts';
import { GramTrainer } from '../gram-trainer.ts';
import { checkProblem } from '../training-problem.ts';
import type { Arithmetic } from './arithmetic.ts';
import { CpuTrainer } from './cpu-trainer.ts';
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

  async correlate(image: Tensor4, kernel: Tensor4, geometry?: Partial<Geometry>): Promise<Tensor4> {
    return this.finish(() => {
      return this.arithmetic.correlate(checkCorrelation(image, kernel, geometry), image.data, kernel.data);
    });
  }

  async kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return this.finish(() => {
      const plan = checkKernelGradient(image, upstream, kernelSize, geometry);
      return this.arithmetic.kernelGradient(plan, image.data, upstream.data);
    });
  }

  async imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return this.finish(() => {
      const plan = checkImageGradient(upstream, kernel, imageSize, geometry);
      return this.arithmetic.imageGradient(plan, upstream.data, kernel.data);
    });
  }

  async train(problem: TrainingProblem): Promise<Trainer> {
    return this.finish(() => {
      const checked = checkProblem(problem);
      if (checked.method === 'gram') return new GramTrainer(checked, this.requireAlive);
      return new CpuTrainer(this.arithmetic, checked, this.requireAlive);
    });
  }

  dispose(): void {
    this.disposed = true;
  }

  // Computes at once, from the operands as they are now; an end before the caller goes on is met as on the GPU.
  private async finish<Result>(compute: () => Result): Promise<Result> {
    this.requireAlive();
    const result = compute();
    await Promise.resolve();
    this.requireAlive();
    return result;
  }

  private readonly requireAlive = (): void => {
    if (this.disposed) throw new DisposedError();
  };
}
