/** What a run of the bench yields: plain data, the bench's JSON. Times are milliseconds for one operation or step. */
import type { Device, Group } from './contender.ts';
import type { Limits } from './limits/limits.ts';
import type { Machine } from './machine.ts';
import type { Figure } from './statistics.ts';
import type { Workload } from './workload.ts';

export type Outcome =
  | {
      readonly status: 'timed';
      /** Typed array in, typed array out. */
      readonly endToEnd: Figure;
      /** Inputs resident, result synchronised and not fetched; null where that cannot be asked for. */
      readonly resident: Figure | null;
      /** Spent once before the first step; null where there is no such part. */
      readonly setup: number | null;
      /** The run that was checked is the only sample, because it took so long. */
      readonly single: boolean;
    }
  | { readonly status: 'not-offered' }
  | { readonly status: 'not-run'; readonly predicted: number }
  | { readonly status: 'wrong'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

export interface Row {
  readonly workload: string;
  readonly contender: string;
  readonly outcome: Outcome;
}

export interface ContenderInfo {
  readonly name: string;
  readonly group: Group;
  readonly device: Device;
  /** What computes, or why it could not be opened. */
  readonly description: string;
  readonly opened: boolean;
}

export interface BenchResult {
  readonly date: string;
  readonly machine: Machine;
  readonly limits: Limits;
  readonly contenders: readonly ContenderInfo[];
  readonly workloads: readonly Workload[];
  readonly rows: readonly Row[];
  readonly settings: RunSettings;
}

export interface RunSettings {
  readonly rounds: number;
  /** Milliseconds that one sample fills with repetitions. */
  readonly sampleTime: number;
  /** Milliseconds from which an operation is sampled once, and from which it is not run at all. */
  readonly singleFrom: number;
  readonly skipFrom: number;
}
