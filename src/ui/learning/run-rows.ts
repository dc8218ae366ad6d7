/** The epochs of a run as rows, and as comma-separated values (RFC 4180). */
import type { TracePoint } from '../../state/learning-run.ts';

export interface RunRow {
  readonly epoch: number;
  /** Before the epoch's update. */
  readonly loss: number;
  /** After it; nulls where a long run did not keep it. */
  readonly weights: readonly (number | null)[];
}

/** A row for each loss from index `first` on. */
export function runRows(
  losses: readonly number[],
  trace: readonly TracePoint[],
  first = 0,
): readonly RunRow[] {
  const kept = new Map(trace.map(({ step, weights }) => [step, weights]));
  const unknown = (trace[0]?.weights ?? []).map(() => null);
  return losses.slice(first).map((loss, i) => {
    const epoch = first + i + 1;
    return { epoch, loss, weights: kept.get(epoch) ?? unknown };
  });
}

export function runCsv(
  losses: readonly number[],
  trace: readonly TracePoint[],
  weightNames: readonly string[],
): string {
  const head = ['epoch', 'loss', ...weightNames.map((name) => `"${name}"`)];
  const rows = runRows(losses, trace).map(({ epoch, loss, weights }) => [epoch, loss, ...weights]);
  const lines = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  return [head, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}
