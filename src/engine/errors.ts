/** Named errors of the engines. Each carries its problem as plain data, so that it crosses a worker and can be translated. */

/** A size past what the device, or memory, can hold. Nothing was allocated. */
export interface LimitProblem {
  readonly code: 'limit';
  /** What is too large: a buffer's name, `workgroups`, `padded-image`. */
  readonly resource: string;
  readonly requested: number;
  readonly allowed: number;
  readonly unit: 'bytes' | 'elements' | 'workgroups' | 'cells';
}

export interface DeviceLostProblem {
  readonly code: 'device-lost';
  /** WebGPU's GPUDeviceLostReason. */
  readonly reason: string;
  readonly detail: string;
}

export interface ShaderProblem {
  readonly code: 'shader';
  readonly file: string;
  /** Counted from 1 in `file`; 0 when the compiler named no place. */
  readonly line: number;
  readonly detail: string;
}

export interface MethodProblem {
  readonly code: 'unknown-method';
  readonly value: string;
}

export class LimitError extends Error {
  override readonly name = 'LimitError';
  constructor(readonly problem: LimitProblem) {
    const { resource, requested, allowed, unit } = problem;
    super(`${resource} needs ${String(requested)} ${unit}; ${String(allowed)} are allowed here`);
  }
}

export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
  constructor(readonly problem: DeviceLostProblem) {
    super(`the GPU device was lost (${problem.reason}): ${problem.detail}`);
  }
}

export class ShaderError extends Error {
  override readonly name = 'ShaderError';
  constructor(readonly problem: ShaderProblem) {
    super(`${problem.file}:${String(problem.line)}: ${problem.detail}`);
  }
}

/** The engine or trainer was disposed. */
export class DisposedError extends Error {
  override readonly name = 'DisposedError';
  readonly problem = { code: 'disposed' } as const;
  constructor() {
    super('the engine or trainer was disposed');
  }
}

/** A trainer takes one `advance` at a time. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly problem = { code: 'busy' } as const;
  constructor() {
    super('an advance is under way; one at a time');
  }
}

/** `advance` takes a whole number of steps, from 1. */
export class StepsError extends Error {
  override readonly name = 'StepsError';
  readonly problem: { readonly code: 'steps'; readonly value: number };
  constructor(value: number) {
    super(`steps is ${String(value)}; it must be a whole number from 1`);
    this.problem = { code: 'steps', value };
  }
}

/** A way of training that there is none of. */
export class MethodError extends Error {
  override readonly name = 'MethodError';
  readonly problem: MethodProblem;
  constructor(value: string) {
    super(`method is ${value}; it must be passes or gram`);
    this.problem = { code: 'unknown-method', value };
  }
}

/** The worker that the engine ran in stopped or could not be reached. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly problem: { readonly code: 'worker'; readonly detail: string };
  constructor(detail: string) {
    super(`the engine's worker stopped: ${detail}`);
    this.problem = { code: 'worker', detail };
  }
}
