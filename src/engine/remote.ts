/** The engine contract for an engine that computes in a worker, so that the page never waits. */
import { releaseProxy, wrap, type Remote } from 'comlink';
import type {
  Engine,
  EngineInfo,
  EngineKind,
  Geometry,
  Size,
  Tensor4,
  Trainer,
  TrainingProblem,
  TrainingReport,
} from './contract.ts';
import { installErrorTransfer } from './error-transfer.ts';
import { BusyError, DisposedError, StepsError, WorkerError } from './errors.ts';
import type { EngineService } from './worker.ts';
import { createEngineWorker } from './worker-script.ts';

export interface WorkerRequest {
  readonly prefer?: EngineKind;
  /** Takes software adapters too, as passing `gpu` to `openEngine` does. */
  readonly insist?: boolean;
}

/** Opens an engine in a worker of its own; rejects with WorkerError when the worker cannot run. */
export async function openRemoteEngine(request: WorkerRequest): Promise<Engine> {
  installErrorTransfer();
  const line = new WorkerLine(createEngineWorker());
  try {
    return new RemoteEngine(line, await line.call((service) => service.open(request)));
  } catch (error) {
    line.close();
    throw error;
  }
}

/** The line to one worker: calls that are under way when it ends are told why. */
class WorkerLine {
  private readonly service: Remote<EngineService>;
  private end: Error | null = null;
  private readonly pending = new Set<(reason: Error) => void>();

  constructor(private readonly worker: Worker) {
    this.service = wrap<EngineService>(worker);
    worker.addEventListener('error', (event) => {
      // A script that does not load has no message.
      this.finish(new WorkerError(event.message || 'its script could not be run'));
    });
  }

  call<Result>(work: (service: Remote<EngineService>) => Promise<Result>): Promise<Result> {
    if (this.end) return Promise.reject(this.end);
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      work(this.service)
        .then(resolve, reject)
        .finally(() => this.pending.delete(reject));
    });
  }

  close(): void {
    this.finish(new DisposedError());
  }

  private finish(reason: Error): void {
    if (this.end) return;
    this.end = reason;
    for (const reject of this.pending) reject(reason);
    this.pending.clear();
    this.service[releaseProxy]();
    this.worker.terminate();
  }
}

class RemoteEngine implements Engine {
  constructor(
    private readonly line: WorkerLine,
    readonly info: EngineInfo,
  ) {}

  correlate(image: Tensor4, kernel: Tensor4, geometry?: Partial<Geometry>): Promise<Tensor4> {
    return this.line.call((service) => service.correlate(image, kernel, geometry));
  }

  kernelGradient(
    image: Tensor4,
    upstream: Tensor4,
    kernelSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return this.line.call((service) => service.kernelGradient(image, upstream, kernelSize, geometry));
  }

  imageGradient(
    upstream: Tensor4,
    kernel: Tensor4,
    imageSize: Size,
    geometry?: Partial<Geometry>,
  ): Promise<Tensor4> {
    return this.line.call((service) => service.imageGradient(upstream, kernel, imageSize, geometry));
  }

  async train(problem: TrainingProblem): Promise<Trainer> {
    return new RemoteTrainer(this.line, await this.line.call((service) => service.train(problem)));
  }

  dispose(): void {
    this.line.close();
  }
}

class RemoteTrainer implements Trainer {
  private busy = false;
  private disposed = false;

  constructor(
    private readonly line: WorkerLine,
    private readonly trainer: Remote<Trainer>,
  ) {}

  async advance(steps: number): Promise<TrainingReport> {
    if (this.disposed) throw new DisposedError();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    this.busy = true;
    try {
      return await this.line.call(() => this.trainer.advance(steps));
    } finally {
      this.busy = false;
    }
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    // The worker may be gone already; then so is the trainer.
    void this.line
      .call(() => this.trainer.dispose())
      .catch(() => undefined)
      .finally(() => {
        this.trainer[releaseProxy]();
      });
  }
}
