/** How training steps become dispatches: what every way of doing it offers. */
import type { Dispatch } from './dispatch.ts';

/** Where an advance stands when it goes on. */
export interface Progress {
  /** Updates taken since the start. */
  readonly taken: number;
  /** Losses in the log. */
  readonly logged: number;
}

export interface StepProgram {
  readonly mostStepsPerSubmit: number;
  /** Makes `losses` the log that steps write to. */
  bindLog(losses: GPUBuffer): void;
  /** Tells the device where it stands and returns the dispatches of the next `steps` steps. */
  prepare(steps: number, progress: Progress): readonly Dispatch[];
}
