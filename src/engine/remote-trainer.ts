/** A trainer that lives in the engine's worker. */
import { releaseProxy, type Remote } from 'comlink';
import type { Trainer, TrainingReport } from './contract.ts';
import { BusyError, DisposedError, StepsError } from './errors.ts';
import { PendingCalls } from './pending-calls.ts';
import type { WorkerLine } from './worker-line.ts';
import type { EngineService } from './worker.ts';

export class RemoteTrainer implements Trainer {
  private busy = false;
  private readonly calls = new PendingCalls();

  constructor(
    private readonly line: WorkerLine<EngineService>,
    private readonly trainer: Remote<Trainer>,
  ) {}

  // Judged here, so that a wrong call is answered while the worker is busy with the right one.
  async advance(steps: number): Promise<TrainingReport> {
    this.calls.requireOpen();
    this.line.requireOpen();
    if (this.busy) throw new BusyError();
    if (!Number.isSafeInteger(steps) || steps < 1) throw new StepsError(steps);
    this.busy = true;
    try {
      return await this.calls.run(() => this.line.call(() => this.trainer.advance(steps)));
    } finally {
      this.busy = false;
    }
  }

  dispose(): void {
    if (!this.calls.end(new DisposedError())) return;
    // The worker may be gone already; then so is its trainer.
    void this.line
      .call(() => this.trainer.dispose())
      .catch(() => undefined)
      .finally(() => {
        this.trainer[releaseProxy]();
      });
  }
}
