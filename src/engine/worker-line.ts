/** The line to a worker that computes. */
import { releaseProxy, wrap, type Remote } from 'comlink';
import { installErrorTransfer } from './error-transfer.ts';
import { DisposedError, WorkerError } from './errors.ts';
import { PendingCalls } from './pending-calls.ts';

export class WorkerLine<Service> {
  private readonly service: Remote<Service>;
  private readonly calls = new PendingCalls();

  constructor(private readonly worker: Worker) {
    installErrorTransfer();
    this.service = wrap<Service>(worker);
    worker.addEventListener('error', (event) => {
      // A script that does not load has no message.
      this.finish(new WorkerError(event.message || 'its script could not be run'));
    });
    worker.addEventListener('messageerror', () => {
      this.finish(new WorkerError('one of its messages could not be read'));
    });
  }

  /** Rejects with WorkerError when the worker stops, with DisposedError after `close`. */
  call<Result>(work: (service: Remote<Service>) => Promise<Result>): Promise<Result> {
    return this.calls.run(() => work(this.service));
  }

  /** Throws WorkerError or DisposedError when there is no worker any more. */
  requireOpen(): void {
    this.calls.requireOpen();
  }

  /** Ends the worker, whatever it is doing. */
  close(): void {
    this.finish(new DisposedError());
  }

  private finish(reason: Error): void {
    if (!this.calls.end(reason)) return;
    (this.service as { [releaseProxy](): void })[releaseProxy]();
    this.worker.terminate();
  }
}
