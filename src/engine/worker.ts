/** The engine's worker: opens one engine and serves it through comlink. */
import { expose, proxy, transfer, type ProxyMarked } from 'comlink';
import type { CallCost } from './call-cost.ts';
import type { Engine, EngineInfo, Geometry, Size, Tensor4, Trainer, TrainingProblem } from './contract.ts';
import { installErrorTransfer } from './error-transfer.ts';
import { DisposedError } from './errors.ts';
import { measureCostHere } from './measured-cost.ts';
import { openEngine } from './open.ts';
import type { WorkerRequest } from './remote.ts';
import { runStackHere, type StackStep } from './stack-run.ts';

export class EngineService {
  private engine: Engine | null = null;

  /** Opens the engine that every later call computes on. */
  async open({ prefer, insist }: WorkerRequest): Promise<EngineInfo> {
    const gpu = insist === true ? (navigator as { gpu?: GPU }).gpu : undefined;
    this.engine = await openEngine({ ...(prefer ? { prefer } : {}), ...(gpu ? { gpu } : {}) });
    return this.engine.info;
  }

  async correlate(image: Tensor4, kernel: Tensor4, geometry?: Partial<Geometry>): Promise<Tensor4> {
    return give(await this.opened().correlate(image, kernel, geometry));
  }

  async kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return give(await this.opened().kernelGradient(image, upstream, kernelSize, geometry));
  }

  async imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return give(await this.opened().imageGradient(upstream, kernel, imageSize, geometry));
  }

  async runStack(image: Tensor4, steps: readonly StackStep[]): Promise<readonly Tensor4[]> {
    const results = await runStackHere(this.opened(), image, steps);
    return transfer(results, [...new Set(results.map(({ data }) => data.buffer as ArrayBuffer))]);
  }

  async train(problem: TrainingProblem): Promise<Trainer & ProxyMarked> {
    return proxy(await this.opened().train(problem));
  }

  measureCallCost(): Promise<CallCost | null> {
    return measureCostHere(this.opened());
  }

  private opened(): Engine {
    if (!this.engine) throw new DisposedError();
    return this.engine;
  }
}

/** A result moves to the page; nothing here needs it any more. */
function give(tensor: Tensor4): Tensor4 {
  return transfer(tensor, [tensor.data.buffer as ArrayBuffer]);
}

installErrorTransfer();
expose(new EngineService());
