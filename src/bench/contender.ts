/** What is measured on the workloads: our engines, and whoever stands against them. */
import type { Operands } from './operands.ts';
import type { Workload } from './workload.ts';

/** `ours`, a library, or the plain loops that anybody would write first. */
export type Group = 'ours' | 'peer' | 'naive';
export type Device = 'cpu' | 'gpu';

/** Float32 values, or a promise of them: a promise costs a microtask, which counts at the smallest sizes. */
export type Result = Float32Array | Promise<Float32Array>;

/** One workload, ready to run over and over. */
export interface Job {
  /**
   * Typed arrays in, a typed array out: what a caller waits for. The array is one that the caller keeps for it, where the
   * contender can write to that: the pages of a new one cost more than many of the operations. For training, `steps`
   * updates and the kernel.
   */
  run(steps: number): Result;
  /** The same with the inputs where the contender computes, synchronised, the result not fetched. */
  readonly resident?: () => void | Promise<void>;
  /** What `resident` computes, fetched, where that is another program than `run`: it is checked, too. */
  readonly residentResult?: () => Promise<Float32Array>;
  /** Turns a result in the contender's own layout into ours; not timed. */
  readonly toOurLayout?: (result: Float32Array) => Float32Array;
  /** Milliseconds spent once before the first step, where that is a part of the method. */
  readonly setup?: number;
  dispose?(): void;
}

export interface Contender {
  readonly name: string;
  readonly group: Group;
  readonly device: Device;
  /** Opens what computes; rejects where it is not there. */
  open(): Promise<OpenContender>;
}

export interface OpenContender {
  /** Version, backend, threads: for the report. */
  readonly description: string;
  /** Null where the contender has no such operation. */
  prepare(workload: Workload, operands: Operands): Promise<Job | null> | Job | null;
  dispose?(): void;
}
