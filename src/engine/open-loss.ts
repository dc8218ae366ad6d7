/** The loss of one training problem as a function of the kernel. */
export interface OpenLoss {
  /**
   * The loss at `weights`, which are float32 numbers; writes dL/dkernel to `gradient`. A promise where other cores take
   * part: it rejects with WorkerError when one failed.
   */
  evaluate(weights: Float64Array, gradient: Float64Array): number | Promise<number>;
  /** Gives its memory back; it is not used again. */
  close(): void;
}
