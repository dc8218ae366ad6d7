/** Small responses computed where they are asked for: the way to the engine's worker and back takes longer than they do. */
import { multiplyAdds } from '../math/multiply-adds.ts';
import { checkCorrelation } from '../math/operands.ts';
import type { Engine, EngineInfo, Tensor4, Trainer, TrainingProblem } from './contract.ts';
import { runStack, stackMultiplyAdds, type RunsStacks, type StackStep } from './stack-run.ts';

/** About a millisecond of a phone's core; 64×64 through eight layers of 3×3 takes 0.6 of them. */
const MOST_MULTIPLY_ADDS = 2 ** 19;

/** A page that is looked at and not touched asks less often, and has no use for a second engine. */
const CALLS_BEFORE_OPENING = 4;

/**
 * The same engine. Where it is the CPU in a worker, a page that goes on asking gets small responses in the turn in which
 * it asks, in time for the frame that is under way; they are the same to the bit. Gradients and learning stay in the
 * worker: they come in long rows, in which the page has other things to do.
 */
export function withNearResponses(far: Engine): Engine {
  return far.info.kind === 'cpu' ? new NearEngine(far) : far;
}

class NearEngine implements Engine, RunsStacks {
  private near: Engine | null = null;
  private calls = 0;
  private isDisposed = false;

  constructor(private readonly far: Engine) {}

  get info(): EngineInfo {
    return this.far.info;
  }

  async correlate(...operands: Parameters<Engine['correlate']>): Promise<Tensor4> {
    const [image, kernel, geometry] = operands;
    return this.engineFor(multiplyAdds(checkCorrelation(image, kernel, geometry))).correlate(...operands);
  }

  async runStack(image: Tensor4, steps: readonly StackStep[]): Promise<readonly Tensor4[]> {
    return runStack(this.engineFor(stackMultiplyAdds(image.shape, steps)), image, steps);
  }

  kernelGradient(...operands: Parameters<Engine['kernelGradient']>): Promise<Tensor4> {
    return this.far.kernelGradient(...operands);
  }

  imageGradient(...operands: Parameters<Engine['imageGradient']>): Promise<Tensor4> {
    return this.far.imageGradient(...operands);
  }

  train(problem: TrainingProblem): Promise<Trainer> {
    return this.far.train(problem);
  }

  dispose(): void {
    this.isDisposed = true;
    this.near?.dispose();
    this.near = null;
    this.far.dispose();
  }

  private engineFor(cost: number): Engine {
    if (cost > MOST_MULTIPLY_ADDS) return this.far;
    if (++this.calls === CALLS_BEFORE_OPENING) this.open().catch(() => undefined);
    return this.near ?? this.far;
  }

  /** Where its script cannot be fetched, the worker goes on alone. */
  private async open(): Promise<void> {
    const { openCpuEngine } = await import('./cpu/cpu-engine.ts');
    const near = await openCpuEngine();
    if (this.isDisposed) near.dispose();
    else this.near = near;
  }
}
