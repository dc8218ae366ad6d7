/** A device with the end of its life: whatever waits for it then is told why, by name. */
import { DeviceLostError, DisposedError } from '../errors.ts';
import { GpuOperationError } from './gpu-operation-error.ts';

/** After a failure, how long a loss that caused it may take to be announced. */
const LOSS_NOTICE_MS = 100;

export class DeviceSession {
  /** Resolves when the device goes away on its own; never after `dispose`. */
  readonly lost: Promise<DeviceLostError>;
  private end: Error | null = null;
  private readonly pending = new Set<(reason: Error) => void>();

  constructor(readonly device: GPUDevice) {
    this.lost = new Promise((resolve) => {
      void device.lost.then(({ reason, message }) => {
        if (this.end !== null) return;
        const error = new DeviceLostError({ code: 'device-lost', reason, detail: message });
        this.finish(error);
        resolve(error);
      });
    });
  }

  /** Runs device work; rejects with DeviceLostError or DisposedError as soon as the device is gone. */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.end !== null) return Promise.reject(this.end);
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      work()
        .catch(async (error: unknown) => {
          throw await this.causeOf(error);
        })
        .then(resolve, reject)
        .finally(() => this.pending.delete(reject));
    });
  }

  /** Throws DeviceLostError or DisposedError when the device is gone. */
  requireAlive(): void {
    if (this.end !== null) throw this.end;
  }

  /** Destroys the device; pending and later work rejects with DisposedError. */
  dispose(): void {
    if (this.end !== null) return;
    this.finish(new DisposedError());
    this.device.destroy();
  }

  private finish(reason: Error): void {
    this.end = reason;
    for (const reject of this.pending) reject(reason);
    this.pending.clear();
  }

  // A lost device makes calls fail with all kinds of errors, some before the loss is announced. What the host itself
  // found wrong needs no such wait.
  private async causeOf(error: unknown): Promise<unknown> {
    if (this.end === null && mayComeFromLoss(error)) {
      await Promise.race([this.device.lost, new Promise((resolve) => setTimeout(resolve, LOSS_NOTICE_MS))]);
    }
    return this.end ?? error;
  }
}

function mayComeFromLoss(error: unknown): boolean {
  return error instanceof GpuOperationError || !(error instanceof Error && 'problem' in error);
}
