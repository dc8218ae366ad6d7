/** The named error of an operation that the device refused although nothing was known to be wrong beforehand. */

export type GpuErrorKind = GPUErrorFilter;

export interface GpuOperationProblem {
  readonly code: 'gpu-operation';
  /** `out-of-memory` asks for something smaller; the others are faults of this program or of the driver. */
  readonly kind: GpuErrorKind;
  readonly operation: string;
  /** The device's own words. */
  readonly detail: string;
}

export class GpuOperationError extends Error {
  override readonly name = 'GpuOperationError';
  constructor(readonly problem: GpuOperationProblem) {
    super(`${problem.operation}: ${problem.kind} error on the GPU: ${problem.detail}`);
  }
}
