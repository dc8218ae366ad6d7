/** Workers that compute strips of large operations beside the thread that was asked. */
import { transfer, type Remote } from 'comlink';
import type { Size } from '../../../math/geometry.ts';
import { DisposedError, WorkerError } from '../../errors.ts';
import { WorkerLine } from '../../worker-line.ts';
import { createScriptWorker } from '../../worker-script.ts';
import type { LossOperands } from '../wasm/strip-loss.ts';
import type { Rows, Sweep } from '../wasm/sweep.ts';
import { ArrayPool } from './array-pool.ts';
import crewUrl from './crew-worker.ts?worker&url';
import type { CrewService, GradientTask, ResponseTask } from './crew-worker.ts';
import type { RemoteStrips } from './shared-loss.ts';
import { copyRows, cropSweep, joinRows } from './strips.ts';

/** More would wait for the memory, not for the arithmetic. */
const MOST_WORKERS = 7;

export class Crew {
  private readonly arrays = new ArrayPool();
  private lines: readonly WorkerLine<CrewService>[] = [];
  private nextLoss = 0;
  private started = false;
  /** Why there are no workers any more. */
  private end: Error | null = null;

  constructor(private readonly module: WebAssembly.Module) {}

  /** Workers that can be given work. The first call starts them, and none is ready then. */
  get size(): number {
    if (!this.started) void this.start();
    return this.lines.length;
  }

  /** Starts the workers; resolves when they can be given work. Where none can be made, there are none. */
  async start(): Promise<void> {
    this.started = true;
    const lines = Array.from({ length: spareCores() }, openLine).filter((line) => line !== null);
    const ready = await Promise.allSettled(
      lines.map((line) => line.call((service) => service.start(this.module))),
    );
    const isUsable = this.end === null && ready.every(({ status }) => status === 'fulfilled');
    if (isUsable) this.lines = lines;
    else for (const line of lines) line.close();
  }

  /** The strips' rows of every response plane go to `out` `[planes, ...output]`; operands are copied at once. */
  async response(
    worker: number,
    sweep: Sweep,
    strips: readonly Rows[],
    image: Float32Array,
    weights: Float32Array,
    out: Float32Array,
  ): Promise<void> {
    const rows = joinRows(strips);
    const crop = cropSweep(sweep, rows);
    const planes = out.length / (sweep.output[0] * sweep.output[1]);
    const task: ResponseTask = {
      sweep: crop.sweep,
      image: this.copyPlaneRows(image, sweep.image, crop.image),
      weights,
      response: this.arrays.take(planes * rows.count * sweep.output[1]),
    };
    const reply = await this.call(worker, (service) =>
      service.response(transfer(task, buffersOf([task.image, task.response]))),
    );
    const cells = rows.count * sweep.output[1];
    for (let plane = 0; plane < planes; plane++) {
      const to = (plane * sweep.output[0] + rows.first) * sweep.output[1];
      out.set(reply.response.subarray(plane * cells, (plane + 1) * cells), to);
    }
    this.arrays.giveBack(reply.image, reply.response);
  }

  /** The float64 sums of each strip; operands are copied at once. */
  async kernelGradient(
    worker: number,
    sweep: Sweep,
    strips: readonly Rows[],
    image: Float32Array,
    upstream: Float32Array,
  ): Promise<readonly Float64Array[]> {
    const rows = joinRows(strips);
    const crop = cropSweep(sweep, rows);
    const task: GradientTask = {
      sweep: crop.sweep,
      image: this.copyPlaneRows(image, sweep.image, crop.image),
      upstream: this.copyPlaneRows(upstream, sweep.output, rows),
      strips: moveUp(strips, rows.first),
    };
    const reply = await this.call(worker, (service) =>
      service.kernelGradient(transfer(task, buffersOf([task.image, task.upstream]))),
    );
    this.arrays.giveBack(...reply.used);
    return reply.sums;
  }

  /** Puts strips of a training problem on a worker; operands are copied at once. */
  openLoss(worker: number, { sweep, strips, image, target, slope }: LossOperands): RemoteStrips {
    const rows = joinRows(strips);
    const crop = cropSweep(sweep, rows);
    const operands: LossOperands = {
      sweep: crop.sweep,
      strips: moveUp(strips, rows.first),
      image: this.copyPlaneRows(image, sweep.image, crop.image),
      target: this.copyPlaneRows(target, sweep.output, rows),
      slope,
    };
    const id = this.nextLoss++;
    const opening = this.call(worker, (service) =>
      service.openLoss(id, transfer(operands, buffersOf([operands.image, operands.target]))),
    ).then((used) => {
      this.arrays.giveBack(...used);
    });
    // Whoever evaluates meets the failure.
    opening.catch(() => undefined);
    return {
      // Asked at once, so that the worker computes while the caller does: it takes calls in their order.
      evaluate: async (weights) => {
        const asked = this.call(worker, (service) => service.evaluateLoss(id, weights));
        const [sums] = await Promise.all([asked, opening]);
        return sums;
      },
      close: () => {
        this.call(worker, (service) => service.closeLoss(id)).catch(() => undefined);
      },
    };
  }

  /** Ends the workers; what they were doing rejects with DisposedError. */
  dispose(): void {
    this.finish(new DisposedError());
  }

  private finish(reason: Error): void {
    this.started = true;
    this.end ??= reason;
    for (const line of this.lines) line.close();
    this.lines = [];
  }

  // Once a worker failed, the thread that was asked goes on alone.
  private async call<Result>(
    worker: number,
    work: (service: Remote<CrewService>) => Promise<Result>,
  ): Promise<Result> {
    const line = this.lines[worker];
    if (!line) throw this.end ?? new DisposedError();
    try {
      return await line.call(work);
    } catch (error) {
      if (error instanceof WorkerError) this.finish(error);
      throw error;
    }
  }

  private copyPlaneRows(planes: Float32Array, [height, width]: Size, rows: Rows): Float32Array {
    const part = this.arrays.take((planes.length / height) * rows.count);
    copyRows(part, planes, height, width, rows);
    return part;
  }
}

/** The same strips, counted from row `first`. */
function moveUp(strips: readonly Rows[], first: number): readonly Rows[] {
  return strips.map((rows) => ({ first: rows.first - first, count: rows.count }));
}

function spareCores(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  const cores = typeof Worker === 'function' ? (navigator?.hardwareConcurrency ?? 1) : 1;
  return Math.min(MOST_WORKERS, cores - 1);
}

function openLine(): WorkerLine<CrewService> | null {
  try {
    return new WorkerLine<CrewService>(createScriptWorker(crewUrl, 'crew'));
  } catch {
    return null;
  }
}

function buffersOf(arrays: readonly Float32Array[]): ArrayBuffer[] {
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
