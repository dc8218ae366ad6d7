/** The losses of one advance on the device: a buffer that grows with the steps asked for, and the pass that writes it. */
import { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import { requireStorage } from './limits.ts';
import type { Passes } from './passes.ts';
import type { TrainingState } from './training-state.ts';

const SMALLEST_CAPACITY = 256;

export interface OpenLog {
  readonly losses: GPUBuffer;
  /** Appends the loss of the current step. */
  readonly dispatch: Dispatch;
}

export class LossLog {
  private capacity = 0;
  private readonly buffers: BufferSet;
  private current: OpenLog | null = null;

  constructor(
    private readonly device: GPUDevice,
    private readonly pass: Passes['loss'],
    private readonly state: TrainingState,
  ) {
    this.buffers = new BufferSet(device, 'training');
  }

  /** A log with room for `steps` losses; throws LimitError for more than one buffer can hold. */
  open(steps: number): OpenLog {
    requireStorage(this.device.limits, 'losses', steps);
    if (this.current === null || steps > this.capacity) this.current = this.create(steps);
    return this.current;
  }

  destroy(): void {
    this.buffers.destroy();
  }

  private create(steps: number): OpenLog {
    this.buffers.destroy();
    this.capacity = Math.max(steps, SMALLEST_CAPACITY);
    const { losses } = this.buffers.createStorage({ losses: this.capacity });
    const { squaredError, lossPartials, progress } = this.state;
    const bound = { losses, squared_error: squaredError, loss_partials: lossPartials, progress };
    return { losses, dispatch: this.pass.createDispatch(bound, { workgroups: 1 }) };
  }
}
