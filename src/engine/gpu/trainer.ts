/** Training on the device: many steps a submit, one read-back an advance. */
import { kernelShape } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { Trainer, TrainingReport } from '../contract.ts';
import { BusyError, DisposedError, StepsError } from '../errors.ts';
import { BufferSet } from './buffer-set.ts';
import type { DeviceSession } from './device-session.ts';
import { encodeDispatches } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { requireReadBack, requireStorage } from './limits.ts';
import type { Passes } from './passes.ts';
import { encodeReadBack, readParts, type ReadBack } from './read-back.ts';
import { prepareStepProgram } from './step-program-choice.ts';
import type { StepProgram } from './step-program.ts';
import type { CheckedProblem } from '../training-problem.ts';

const LABEL = 'training';

/** Losses that the log has room for at first; it grows with the steps asked for. */
const SMALLEST_LOG = 256;

export class GpuTrainer implements Trainer {
  private step = 0;
  private busy = false;
  private disposed = false;
  private readonly device: GPUDevice;
  private readonly logBuffers: BufferSet;
  private readonly weights: number;
  private log: { readonly losses: GPUBuffer; readonly capacity: number } | null = null;

  private constructor(
    private readonly session: DeviceSession,
    private readonly problem: CheckedProblem,
    private readonly problemBuffers: BufferSet,
    private readonly program: StepProgram,
  ) {
    this.device = session.device;
    this.weights = elementCount(kernelShape(problem.plan));
    this.logBuffers = new BufferSet(session.device, LABEL);
  }

  /** Puts the problem on the device; rejects with LimitError, ShaderError or GpuOperationError. */
  static async create(
    session: DeviceSession,
    passes: Passes,
    problem: CheckedProblem,
    prepareProgram = prepareStepProgram,
  ): Promise<GpuTrainer> {
    const buffers = new BufferSet(session.device, LABEL);
    try {
      const { value: prepared, checked } = inErrorScopes(session.device, LABEL, () => {
        return prepareProgram(passes, buffers, problem);
      });
      const [createProgram] = await Promise.all([prepared, checked]);
      session.requireAlive();
      const { value: program, checked: bound } = inErrorScopes(session.device, LABEL, createProgram);
      await bound;
      return new GpuTrainer(session, problem, buffers, program);
    } catch (error) {
      buffers.destroy();
      throw error;
    }
  }

  async advance(steps: number): Promise<TrainingReport> {
    if (this.disposed) throw new DisposedError();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    this.busy = true;
    try {
      return await this.session.run(() => this.compute(steps));
    } finally {
      this.busy = false;
    }
  }

  /** Releases every buffer; an advance that is under way rejects with DisposedError. */
  dispose(): void {
    this.disposed = true;
    this.logBuffers.destroy();
    this.problemBuffers.destroy();
  }

  private async compute(steps: number): Promise<TrainingReport> {
    const losses = await this.scoped(() => this.openLog(steps));
    try {
      await this.submitSteps(steps);
      this.step += steps;
      return await this.report(losses, steps);
    } catch (error) {
      const cause = this.disposed ? new DisposedError() : error;
      // Some steps may have been taken: the device no longer holds a state that a report described.
      this.dispose();
      throw cause;
    }
  }

  // Checks here what would be too large at the end as well: a refused advance has taken no step.
  private openLog(steps: number): GPUBuffer {
    const { limits } = this.device;
    requireStorage(limits, 'losses', steps);
    requireReadBack(limits, 'read-back', (steps + 2 * this.weights) * Float32Array.BYTES_PER_ELEMENT);
    if (this.log !== null && steps <= this.log.capacity) return this.log.losses;
    const capacity = Math.max(steps, SMALLEST_LOG);
    const { losses } = this.logBuffers.createStorage({ losses: capacity });
    this.log?.losses.destroy();
    this.log = { losses, capacity };
    this.program.bindLog(losses);
    return losses;
  }

  private async submitSteps(steps: number): Promise<void> {
    let earlier: Promise<unknown> = Promise.resolve();
    for (let logged = 0; logged < steps;) {
      const next = Math.min(this.program.mostStepsPerSubmit, steps - logged);
      const progress = { taken: this.step + logged, logged };
      await this.scoped(() => {
        const encoder = this.device.createCommandEncoder({ label: LABEL });
        encodeDispatches(encoder, LABEL, this.program.prepare(next, progress));
        this.device.queue.submit([encoder.finish()]);
      });
      logged += next;
      const done = this.device.queue.onSubmittedWorkDone();
      done.catch(() => undefined); // Awaited one submit later; the session reports a loss in between.
      // One submit computes while the next is recorded; more would only queue up.
      await earlier;
      earlier = done;
    }
  }

  private async report(losses: GPUBuffer, steps: number): Promise<TrainingReport> {
    const buffers = new BufferSet(this.device, LABEL);
    try {
      const readBack = await this.scoped(() => this.submitReadBack(buffers, losses, steps));
      const parts = await readParts(readBack);
      const shape = kernelShape(this.problem.plan);
      return {
        step: this.step,
        losses: parts.losses,
        kernel: { shape, data: parts.kernel },
        gradient: { shape, data: parts.gradient },
      };
    } finally {
      buffers.destroy();
    }
  }

  private submitReadBack(
    buffers: BufferSet,
    losses: GPUBuffer,
    steps: number,
  ): ReadBack<'losses' | 'kernel' | 'gradient'> {
    const elements = this.weights;
    const encoder = this.device.createCommandEncoder({ label: LABEL });
    const readBack = encodeReadBack(encoder, buffers, {
      losses: { buffer: losses, elements: steps },
      kernel: { buffer: this.program.state.kernel, elements },
      gradient: { buffer: this.program.state.gradient, elements },
    });
    this.device.queue.submit([encoder.finish()]);
    return readBack;
  }

  // Every wait is a chance for dispose() to have destroyed the buffers.
  private async scoped<T>(work: () => T): Promise<T> {
    if (this.disposed) throw new DisposedError();
    const { value, checked } = inErrorScopes(this.device, LABEL, work);
    await checked;
    return value;
  }
}
