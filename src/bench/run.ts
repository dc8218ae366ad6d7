/** The whole run: limits first and again at the end, between them every workload with all contenders side by side. */
import type { Contender } from './contender.ts';
import { makeExpectation } from './expectation.ts';
import { bestLimits, measureLimits } from './limits/limits.ts';
import { describeMachine } from './machine.ts';
import { makeOperands } from './operands.ts';
import { Prediction } from './prediction.ts';
import type { BenchResult, ContenderInfo, Row, RunSettings } from './result.ts';
import type { Workload } from './workload.ts';
import { runWorkload, type Entrant } from './workload-run.ts';

export type Progress =
  | { readonly kind: 'limits' }
  | { readonly kind: 'contender'; readonly info: ContenderInfo }
  | { readonly kind: 'workload'; readonly id: string; readonly index: number; readonly of: number }
  | { readonly kind: 'row'; readonly row: Row };

export interface RunRequest {
  readonly contenders: readonly Contender[];
  readonly workloads: readonly Workload[];
  readonly settings: RunSettings;
  /** Whether to look for a GPU's limits. */
  readonly gpu: GPU | undefined;
  /** Called before and after each part; whoever shows it may make the run wait. */
  readonly tell: (progress: Progress) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

/** Rejects with the signal's reason when it is aborted; contenders that fail are rows of the result. */
export async function runBench(request: RunRequest): Promise<BenchResult> {
  const { workloads, settings, gpu, tell, signal } = request;
  await tell({ kind: 'limits' });
  const before = await measureLimits(gpu);
  const { entrants, infos } = await openAll(request);
  const rows: Row[] = [];
  try {
    for (const [index, workload] of workloads.entries()) {
      signal?.throwIfAborted();
      await tell({ kind: 'workload', id: workload.id, index, of: workloads.length });
      const operands = makeOperands(workload);
      const expected = makeExpectation(workload, operands);
      const found: Row[] = [];
      await runWorkload({ workload, operands, expected, settings }, entrants, (contender, outcome) => {
        found.push({ workload: workload.id, contender, outcome });
      });
      rows.push(...inOrder(found, entrants));
      await reopenFailed(found, entrants, request.contenders);
      for (const row of inOrder(found, entrants)) await tell({ kind: 'row', row });
    }
  } finally {
    for (const { open } of entrants) open.dispose?.();
  }
  await tell({ kind: 'limits' });
  const limits = bestLimits(before, await measureLimits(gpu));
  const date = new Date().toISOString();
  return {
    date,
    machine: await describeMachine(gpu),
    limits,
    contenders: infos,
    workloads,
    rows,
    settings,
  };
}

function inOrder(rows: readonly Row[], entrants: readonly Entrant[]): Row[] {
  return entrants.flatMap(({ name }) => rows.filter(({ contender }) => contender === name));
}

/** A failure may have been the loss of a device, with which nothing would work again. */
async function reopenFailed(
  rows: readonly Row[],
  entrants: readonly Entrant[],
  contenders: readonly Contender[],
): Promise<void> {
  const failed = rows.filter(({ outcome }) => outcome.status === 'failed').map((row) => row.contender);
  for (const entrant of entrants.filter(({ name }) => failed.includes(name))) {
    const contender = contenders.find(({ name }) => name === entrant.name);
    const opened = await contender?.open().catch(() => null);
    if (!opened) continue;
    entrant.open.dispose?.();
    entrant.open = opened;
  }
}

async function openAll({ contenders, tell }: RunRequest): Promise<{
  readonly entrants: readonly Entrant[];
  readonly infos: readonly ContenderInfo[];
}> {
  const entrants: Entrant[] = [];
  const infos: ContenderInfo[] = [];
  for (const contender of contenders) {
    const { name, group, device } = contender;
    let info: ContenderInfo;
    try {
      const open = await contender.open();
      entrants.push({ name, open, prediction: new Prediction() });
      info = { name, group, device, description: open.description, opened: true };
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error);
      info = { name, group, device, description, opened: false };
    }
    infos.push(info);
    await tell({ kind: 'contender', info });
  }
  return { entrants, infos };
}
