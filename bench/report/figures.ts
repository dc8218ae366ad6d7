/** Figures picked out of a result, and the ratios between them. */
import type { Device } from '../../src/bench/contender.ts';
import type { BenchResult, ContenderInfo, Outcome } from '../../src/bench/result.ts';

export type Timed = Extract<Outcome, { status: 'timed' }>;

export interface Named {
  readonly name: string;
  readonly outcome: Timed;
}

export function outcomeOf(result: BenchResult, workload: string, contender: string): Outcome | null {
  const row = result.rows.find((each) => each.workload === workload && each.contender === contender);
  return row?.outcome ?? null;
}

/** Null unless it was timed. */
export function timed(result: BenchResult, workload: string, contender: string): Timed | null {
  const outcome = outcomeOf(result, workload, contender);
  return outcome?.status === 'timed' ? outcome : null;
}

/** The fastest end to end of the contenders that `wanted` picks; null where none was timed. */
export function fastest(
  result: BenchResult,
  workload: string,
  wanted: (contender: ContenderInfo) => boolean,
): Named | null {
  const found = timedOf(result, workload, wanted);
  return found.reduce<Named | null>(
    (best, each) => (best === null || medianOf(each.outcome) < medianOf(best.outcome) ? each : best),
    null,
  );
}

/** The least time of any with resident inputs, where one says it. */
export function fastestResident(
  result: BenchResult,
  workload: string,
  wanted: (contender: ContenderInfo) => boolean,
): { readonly name: string; readonly time: number } | null {
  const times = timedOf(result, workload, wanted).flatMap(({ name, outcome }) =>
    outcome.resident === null ? [] : [{ name, time: outcome.resident.median }],
  );
  return times.sort((a, b) => a.time - b.time)[0] ?? null;
}

function timedOf(
  result: BenchResult,
  workload: string,
  wanted: (contender: ContenderInfo) => boolean,
): Named[] {
  return result.contenders.filter(wanted).flatMap(({ name }) => {
    const outcome = timed(result, workload, name);
    return outcome === null ? [] : [{ name, outcome }];
  });
}

export function medianOf(outcome: Timed): number {
  return outcome.endToEnd.median;
}

/**
 * The median with resident operands. What took so long that residence was not timed, or was run once, has the time of
 * its one run, of which moving operands was a small part.
 */
export function residentOf(outcome: Timed): number {
  return outcome.resident?.median ?? medianOf(outcome);
}

export const isOther = ({ group }: ContenderInfo): boolean => group !== 'ours';

export function isOtherOn(device: Device): (contender: ContenderInfo) => boolean {
  return (contender) => isOther(contender) && contender.device === device;
}
