/** The engine contract for an engine that computes in a worker, so that the page never waits. */
import type { CallCost, MeasuresItself } from './call-cost.ts';
import type {
  Engine,
  EngineInfo,
  EngineKind,
  Geometry,
  Size,
  Tensor4,
  Trainer,
  TrainingProblem,
} from './contract.ts';
import { imageShape, kernelShape, responseShape } from '../math/geometry.ts';
import { checkCorrelation, checkImageGradient, checkKernelGradient } from '../math/operands.ts';
import { WorkerError } from './errors.ts';
import { RemoteTrainer } from './remote-trainer.ts';
import { giveResult, requireOut } from './result.ts';
import type { RunsStacks, StackStep } from './stack-run.ts';
import { WorkerLine } from './worker-line.ts';
import { createScriptWorker } from './worker-script.ts';
import workerUrl from './worker.ts?worker&url';
import type { EngineService } from './worker.ts';

export interface WorkerRequest {
  readonly prefer?: EngineKind;
  /** Takes software adapters too, as passing `gpu` to `openEngine` does. */
  readonly insist?: boolean;
}

/** Opens an engine in a worker of its own; rejects with WorkerError when the worker cannot run. */
export async function openRemoteEngine(request: WorkerRequest): Promise<Engine> {
  const line = new WorkerLine<EngineService>(openWorker());
  try {
    return new RemoteEngine(line, await line.call((service) => service.open(request)));
  } catch (error) {
    line.close();
    throw error;
  }
}

function openWorker(): Worker {
  try {
    return createScriptWorker(workerUrl, 'engine');
  } catch (error) {
    throw new WorkerError(String(error));
  }
}

class RemoteEngine implements Engine, MeasuresItself, RunsStacks {
  constructor(
    private readonly line: WorkerLine<EngineService>,
    readonly info: EngineInfo,
  ) {}

  async correlate(
    image: Tensor4,
    kernel: Tensor4,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    if (out) requireOut(out, responseShape(checkCorrelation(image, kernel, geometry)));
    return giveResult(await this.line.call((service) => service.correlate(image, kernel, geometry)), out);
  }

  async kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    if (out) requireOut(out, kernelShape(checkKernelGradient(image, upstream, kernelSize, geometry)));
    const result = this.line.call((service) => service.kernelGradient(image, upstream, kernelSize, geometry));
    return giveResult(await result, out);
  }

  async imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
    out?: Float32Array,
  ): Promise<Tensor4> {
    if (out) requireOut(out, imageShape(checkImageGradient(upstream, kernel, imageSize, geometry)));
    const result = this.line.call((service) => service.imageGradient(upstream, kernel, imageSize, geometry));
    return giveResult(await result, out);
  }

  runStack(image: Tensor4, steps: readonly StackStep[]): Promise<readonly Tensor4[]> {
    return this.line.call((service) => service.runStack(image, steps));
  }

  async train(problem: TrainingProblem): Promise<Trainer> {
    return new RemoteTrainer(this.line, await this.line.call((service) => service.train(problem)));
  }

  /** Measured in the worker: its line to the page is as long for every engine. */
  measureCallCost(): Promise<CallCost | null> {
    return this.line.call((service) => service.measureCallCost());
  }

  dispose(): void {
    this.line.close();
  }
}
