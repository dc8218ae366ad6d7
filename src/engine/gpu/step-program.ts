/** How training steps become dispatches: what every way of doing it offers. */
import type { BufferSet } from './buffer-set.ts';
import type { Dispatch } from './dispatch.ts';
import type { Passes } from './passes.ts';
import type { CheckedProblem } from '../training-problem.ts';

/** Where an advance stands when it goes on. */
export interface Progress {
  /** Updates taken since the start. */
  readonly taken: number;
  /** Losses in the log. */
  readonly logged: number;
}

/**
 * Uploads the problem at once, before it returns; the promise waits for pipelines and gives what binds them, to be
 * called in error scopes. Rejects with LimitError or ShaderError.
 */
export type PrepareProgram = (
  passes: Passes,
  buffers: BufferSet,
  problem: CheckedProblem,
) => Promise<() => StepProgram>;

export interface StepProgram {
  /** What a report reads. */
  readonly state: Readonly<Record<'kernel' | 'gradient', GPUBuffer>>;
  readonly mostStepsPerSubmit: number;
  /** Makes `losses` the log that steps write to. */
  bindLog(losses: GPUBuffer): void;
  /** Tells the device where it stands and returns the dispatches of the next `steps` steps. */
  prepare(steps: number, progress: Progress): readonly Dispatch[];
}
