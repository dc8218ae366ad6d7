/** Named errors on their way through a worker: structured clone keeps neither their class nor their fields. */
import { OptimizerError, type OptimizerProblem } from '../math/optimizer-error.ts';
import { GeometryError, ShapeError, type GeometryProblem, type ShapeProblem } from '../math/problem.ts';
import {
  BusyError,
  DeviceLostError,
  DisposedError,
  LimitError,
  MethodError,
  ShaderError,
  StepsError,
  WorkerError,
  type DeviceLostProblem,
  type LimitProblem,
  type MethodProblem,
  type ShaderProblem,
} from './errors.ts';
import { GpuOperationError, type GpuOperationProblem } from './gpu/gpu-operation-error.ts';

export interface PackedError {
  readonly name: string;
  readonly message: string;
  /** Plain data; undefined on errors that are not named ones. */
  readonly problem: unknown;
}

/** From a problem to its error again. The names are spelt out because a minifier renames classes. */
const REVIVE: ReadonlyMap<string, (problem: never) => Error> = new Map<string, (problem: never) => Error>([
  ['GeometryError', (problem: GeometryProblem) => new GeometryError(problem)],
  ['ShapeError', (problem: ShapeProblem) => new ShapeError(problem)],
  ['OptimizerError', (problem: OptimizerProblem) => new OptimizerError(problem)],
  ['LimitError', (problem: LimitProblem) => new LimitError(problem)],
  ['DeviceLostError', (problem: DeviceLostProblem) => new DeviceLostError(problem)],
  ['ShaderError', (problem: ShaderProblem) => new ShaderError(problem)],
  ['GpuOperationError', (problem: GpuOperationProblem) => new GpuOperationError(problem)],
  ['DisposedError', () => new DisposedError()],
  ['BusyError', () => new BusyError()],
  ['StepsError', ({ value }: { value: number }) => new StepsError(value)],
  ['MethodError', ({ value }: MethodProblem) => new MethodError(value)],
  ['WorkerError', ({ detail }: { detail: string }) => new WorkerError(detail)],
]);

export function packError(error: unknown): PackedError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), problem: undefined };
  const { problem } = error as { problem?: unknown };
  return { name: error.name, message: error.message, problem };
}

/** The named error again, with its class and problem; any other keeps its name and message. */
export function unpackError({ name, message, problem }: PackedError): Error {
  const revive = REVIVE.get(name);
  if (revive) return revive(problem as never);
  const error = new Error(message);
  error.name = name;
  return error;
}
