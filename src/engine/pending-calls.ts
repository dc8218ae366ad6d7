/** Calls that are under way on something that may end before they do. */

export class PendingCalls {
  private reason: Error | null = null;
  private readonly pending = new Set<(reason: Error) => void>();

  /** Makes a call; rejects with the reason of the end as soon as that has come. */
  run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.reason) return Promise.reject(this.reason);
    return new Promise((resolve, reject) => {
      this.pending.add(reject);
      void call()
        .then(resolve, reject)
        .finally(() => this.pending.delete(reject));
    });
  }

  /** Throws the reason of the end, once that has come. */
  requireOpen(): void {
    if (this.reason) throw this.reason;
  }

  /** Rejects every call, under way or later, with `reason`; false when an earlier end did so already. */
  end(reason: Error): boolean {
    if (this.reason) return false;
    this.reason = reason;
    for (const reject of this.pending) reject(reason);
    this.pending.clear();
    return true;
  }
}
