/** One workload with every contender: prepared, checked, warmed up, then timed in turns. */
import { countFor, stepsFor, takeEndToEnd, takeResident, type Take } from './clock.ts';
import type { Job, OpenContender, Result } from './contender.ts';
import { findFault, type Expectation } from './expectation.ts';
import type { Operands } from './operands.ts';
import type { Prediction } from './prediction.ts';
import type { Outcome, RunSettings } from './result.ts';
import { summarise } from './statistics.ts';
import { CHECKED_STEPS } from './training-expectation.ts';
import type { Workload } from './workload.ts';

export interface Entrant {
  readonly name: string;
  /** Opened anew after a failure, which may have taken its device away. */
  open: OpenContender;
  readonly prediction: Prediction;
}

export interface Round {
  readonly workload: Workload;
  readonly operands: Operands;
  readonly expected: Expectation;
  readonly settings: RunSettings;
}

interface Runner {
  readonly name: string;
  readonly job: Job;
  readonly take: Take;
  readonly count: number;
  /** Zero where residence is not timed. */
  readonly residentCount: number;
  /** Turns that it takes part in: slow ones take fewer. */
  readonly turns: number;
  readonly endToEnd: number[];
  readonly resident: number[];
  /** Why it could not be timed to the end. */
  failure: string | null;
}

/** Calls `tell` with the outcome of each entrant as soon as it is known. */
export async function runWorkload(
  round: Round,
  entrants: readonly Entrant[],
  tell: (name: string, outcome: Outcome) => void,
): Promise<void> {
  const runners: Runner[] = [];
  for (const entrant of entrants) {
    const ready = await enter(round, entrant);
    if ('status' in ready) tell(entrant.name, ready);
    else runners.push(ready);
    await breathe();
  }
  for (let turn = 0; turn < round.settings.rounds; turn++) {
    for (const runner of runners) {
      if (turn >= runner.turns) continue;
      await breathe(SETTLE_TIME);
      await sample(runner);
    }
  }
  for (const runner of runners) {
    const outcome = outcomeOf(runner);
    if (outcome.status === 'timed')
      entrants
        .find(({ name }) => name === runner.name)
        ?.prediction.note(round.workload, outcome.endToEnd.median);
    runner.job.dispose?.();
    tell(runner.name, outcome);
  }
}

/** Milliseconds before each sample: the threads of who came before go on spinning for a while. */
const SETTLE_TIME = 10;

/** Lets the page paint, the collector work and threads go to sleep. */
function breathe(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A runner that is ready to be timed, or the outcome that is known already. */
async function enter(round: Round, entrant: Entrant): Promise<Runner | Outcome> {
  const predicted = entrant.prediction.of(round.workload);
  if (predicted !== null && predicted > round.settings.skipFrom) return { status: 'not-run', predicted };
  let job: Job | null = null;
  try {
    job = await entrant.open.prepare(round.workload, round.operands);
    if (job === null) return { status: 'not-offered' };
    return await checkAndWarm(round, entrant, job);
  } catch (error) {
    job?.dispose?.();
    return { status: 'failed', reason: reasonOf(error) };
  }
}

/** Milliseconds after which nobody waits for a first run any more. */
const DEADLINE = 60_000;

/** A job that went to the device cannot be called back; the run goes on without it. */
async function withDeadline(result: Result, onLate: () => void): Promise<Float32Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(new Error(`no result within ${String(DEADLINE / 1000)} s`));
    }, DEADLINE);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function checkAndWarm(
  { workload, expected, settings }: Round,
  { name, prediction }: Entrant,
  job: Job,
): Promise<Runner | Outcome> {
  const steps = workload.operation === 'train' ? CHECKED_STEPS : 1;
  const start = performance.now();
  const result = await withDeadline(job.run(steps), () => {
    // At least: larger work is not run then.
    prediction.note(workload, DEADLINE);
  });
  const first = (performance.now() - start) / steps;
  const resident = await job.residentResult?.();
  const fault =
    findFault(job.toOurLayout?.(result) ?? result, expected) ??
    (resident === undefined ? null : findFault(resident, expected));
  if (fault !== null) {
    job.dispose?.();
    return { status: 'wrong', reason: fault };
  }
  if (first > settings.singleFrom) {
    prediction.note(workload, first);
    const setup = job.setup ?? null;
    job.dispose?.();
    return { status: 'timed', endToEnd: summarise([first]), resident: null, setup, single: true };
  }
  const take = takeEndToEnd(workload.operation);
  const findCount = workload.operation === 'train' ? stepsFor : countFor;
  // The first run of something slow was its warm-up.
  const count = first > SLOW ? 1 : await findCount(take, job, settings.sampleTime);
  // Where an operation takes this long, moving its operands is a small part of it.
  const timesResident = job.resident !== undefined && first < SLOW;
  const residentCount = timesResident ? await countFor(takeResident, job, settings.sampleTime) : 0;
  const turns = Math.max(MIN_TURNS, Math.min(settings.rounds, Math.floor(TURNS_TIME / first)));
  return { name, job, take, count, residentCount, turns, endToEnd: [], resident: [], failure: null };
}

const SLOW = 300;
const MIN_TURNS = 2;
/** Milliseconds that all turns of a slow contender may take. */
const TURNS_TIME = 1500;

async function sample(runner: Runner): Promise<void> {
  if (runner.failure !== null) return;
  const { job, take, count, residentCount, endToEnd, resident } = runner;
  try {
    endToEnd.push(await take(job, count));
    if (residentCount > 0) resident.push(await takeResident(job, residentCount));
  } catch (error) {
    runner.failure = reasonOf(error);
  }
}

function outcomeOf({ job, endToEnd, resident, failure }: Runner): Outcome {
  if (failure !== null) return { status: 'failed', reason: failure };
  return {
    status: 'timed',
    endToEnd: summarise(endToEnd),
    resident: resident.length === 0 ? null : summarise(resident),
    setup: job.setup ?? null,
    single: false,
  };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.split('\n')[0] ?? '';
}
