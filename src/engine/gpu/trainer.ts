/** Training on the device: many steps a submit, one read-back an advance. */
import { kernelShape } from '../../math/geometry.ts';
import { elementCount } from '../../math/tensor.ts';
import type { Trainer, TrainingReport } from '../contract.ts';
import { BusyError, DisposedError } from '../errors.ts';
import { BufferSet } from './buffer-set.ts';
import type { DeviceSession } from './device-session.ts';
import { encodeDispatches, type Dispatch } from './dispatch.ts';
import { inErrorScopes } from './error-scopes.ts';
import { LossLog, type OpenLog } from './loss-log.ts';
import type { Passes } from './passes.ts';
import { encodeReadBack, readParts } from './read-back.ts';
import { stepsPerSubmit } from './submit-size.ts';
import type { CheckedProblem } from './training-problem.ts';
import { createTrainingState, makeProgress, type TrainingState } from './training-state.ts';

const LABEL = 'training';

export class GpuTrainer implements Trainer {
  private step = 0;
  private busy = false;
  private disposed = false;
  private readonly log: LossLog;

  private constructor(
    private readonly session: DeviceSession,
    private readonly passes: Passes,
    private readonly problem: CheckedProblem,
    private readonly buffers: BufferSet,
    private readonly state: TrainingState,
  ) {
    this.log = new LossLog(session.device, passes.loss, state);
  }

  /** Puts the problem on the device; rejects with LimitError or GpuOperationError. */
  static async create(session: DeviceSession, passes: Passes, problem: CheckedProblem): Promise<GpuTrainer> {
    const buffers = new BufferSet(session.device, LABEL);
    try {
      const { value: state, checked } = inErrorScopes(session.device, LABEL, () => {
        return createTrainingState(passes, buffers, problem);
      });
      await checked;
      return new GpuTrainer(session, passes, problem, buffers, state);
    } catch (error) {
      buffers.destroy();
      throw error;
    }
  }

  async advance(steps: number): Promise<TrainingReport> {
    if (this.disposed) throw new DisposedError();
    if (this.busy) throw new BusyError();
    requireSteps(steps);
    this.busy = true;
    try {
      return await this.session.run(() => this.compute(steps));
    } finally {
      this.busy = false;
    }
  }

  /** Releases every buffer; an advance that is under way rejects with DisposedError. */
  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.log.destroy();
    this.buffers.destroy();
  }

  private async compute(steps: number): Promise<TrainingReport> {
    const { losses, dispatch } = await this.scoped(() => this.beginLog(steps));
    try {
      await this.submitSteps(steps, dispatch);
      this.step += steps;
      return await this.report(losses, steps);
    } catch (error) {
      const cause = this.disposed ? new DisposedError() : error;
      // Some steps may have been taken: the device no longer holds a state that a report described.
      this.dispose();
      throw cause;
    }
  }

  private beginLog(steps: number): OpenLog {
    const log = this.log.open(steps);
    this.session.device.queue.writeBuffer(this.state.progress, 0, makeProgress(this.passes, this.step));
    return log;
  }

  private async submitSteps(steps: number, lossDispatch: Dispatch): Promise<void> {
    const perSubmit = stepsPerSubmit(this.problem.plan);
    let earlier: Promise<unknown> = Promise.resolve();
    for (let left = steps; left > 0; left -= perSubmit) {
      await this.scoped(() => {
        this.submit(Math.min(left, perSubmit), lossDispatch);
      });
      const done = this.session.device.queue.onSubmittedWorkDone();
      done.catch(() => undefined); // Awaited one submit later; the session reports a loss in between.
      // One submit computes while the next is recorded; more would only queue up.
      await earlier;
      earlier = done;
    }
  }

  private submit(steps: number, lossDispatch: Dispatch): void {
    const { forward, update } = this.state;
    const step = [...forward, lossDispatch, ...update];
    const encoder = this.session.device.createCommandEncoder({ label: LABEL });
    encodeDispatches(encoder, LABEL, Array.from({ length: steps }, () => step).flat());
    this.session.device.queue.submit([encoder.finish()]);
  }

  private async report(losses: GPUBuffer, steps: number): Promise<TrainingReport> {
    const buffers = new BufferSet(this.session.device, LABEL);
    const shape = kernelShape(this.problem.plan);
    const elements = elementCount(shape);
    try {
      const readBack = await this.scoped(() => {
        const encoder = this.session.device.createCommandEncoder({ label: LABEL });
        const encoded = encodeReadBack(encoder, buffers, {
          losses: { buffer: losses, elements: steps },
          kernel: { buffer: this.state.kernel, elements },
          gradient: { buffer: this.state.gradient, elements },
        });
        this.session.device.queue.submit([encoder.finish()]);
        return encoded;
      });
      const parts = await readParts(readBack);
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

  // Every wait is a chance for dispose() to have destroyed the buffers.
  private async scoped<T>(work: () => T): Promise<T> {
    if (this.disposed) throw new DisposedError();
    const { value, checked } = inErrorScopes(this.session.device, LABEL, work);
    await checked;
    return value;
  }
}

function requireSteps(steps: number): void {
  if (!Number.isSafeInteger(steps) || steps < 1) throw new RangeError(`steps is ${String(steps)}`);
}
