/** Every problem that the page can meet, as data for it to translate. */
import {
  GeometryError,
  LimitError,
  MethodError,
  OptimizerError,
  ShapeError,
  type LimitProblem,
  type MethodProblem,
  type OptimizerProblem,
} from '../engine/index.ts';
import type { ActionFailure } from './action.ts';
import { BlockError } from './block-error.ts';
import { InputError } from './input.ts';

/** Learning that grew instead of shrinking: at this rate it cannot converge on this image. */
export interface DivergedProblem {
  readonly code: 'diverged';
  readonly rate: number;
  /** Rates below it converge. */
  readonly largestStable: number;
  /** The rate that converges fastest. */
  readonly best: number;
  readonly step: number;
}

/** A failure of the engine itself: the GPU went away, a program did not compile, a worker stopped. */
export interface EngineProblem {
  readonly code: 'engine';
  /** The engine's own words. */
  readonly detail: string;
}

export type Problem =
  ActionFailure | OptimizerProblem | MethodProblem | LimitProblem | DivergedProblem | EngineProblem;

/** The problem of an error that a computation rejected with; anything unnamed is the engine's failure. */
export function problemOf(error: unknown): Problem {
  if (
    error instanceof InputError ||
    error instanceof BlockError ||
    error instanceof GeometryError ||
    error instanceof ShapeError ||
    error instanceof OptimizerError ||
    error instanceof LimitError ||
    error instanceof MethodError
  ) {
    return error.problem;
  }
  return { code: 'engine', detail: error instanceof Error ? error.message : String(error) };
}
