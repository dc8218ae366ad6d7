/** Why WebGPU cannot be the engine here; the opener falls back to the CPU with the same reason. */
import type { Fallback } from '../contract.ts';

export type GpuUnavailableReason = Extract<
  Fallback['reason'],
  'no-adapter' | 'software-adapter' | 'device-refused' | 'shader-error' | 'self-check-failed' | 'device-lost'
>;

export interface GpuUnavailableProblem {
  readonly code: 'gpu-unavailable';
  readonly reason: GpuUnavailableReason;
  /** The adapter's name or the device's own words. */
  readonly detail: string;
}

export class GpuUnavailableError extends Error {
  override readonly name = 'GpuUnavailableError';
  constructor(readonly problem: GpuUnavailableProblem) {
    super(`WebGPU is not usable (${problem.reason}): ${problem.detail}`);
  }
}
