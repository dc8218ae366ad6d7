/** Times of one job: how often it must run to fill a sample, and the samples. */
import type { Job } from './contender.ts';
import type { Operation } from './workload.ts';

/** Milliseconds that one operation (or training step) took, as the mean of `count` of them in a row. */
export type Take = (job: Job, count: number) => Promise<number>;

/** Times `run`: training takes all its steps in one call, as its callers do. */
export function takeEndToEnd(operation: Operation): Take {
  return operation === 'train' ? takeSteps : takeRuns;
}

/** Times `resident`; only for a job that has it. */
export async function takeResident(job: Job, count: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const done = job.resident?.();
    if (done instanceof Promise) await done;
  }
  return (performance.now() - start) / count;
}

async function takeRuns(job: Job, count: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const result = job.run(1);
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / count;
}

async function takeSteps(job: Job, count: number): Promise<number> {
  const start = performance.now();
  await job.run(count);
  return (performance.now() - start) / count;
}

const MAX_COUNT = 1 << 20;

/** Repetitions that fill `sampleTime` milliseconds; running them is the warm-up. */
export async function countFor(take: Take, job: Job, sampleTime: number): Promise<number> {
  let count = 1;
  for (;;) {
    const each = await take(job, count);
    if (each * count >= sampleTime / 2 || count >= MAX_COUNT)
      return Math.min(MAX_COUNT, Math.max(1, Math.round(sampleTime / Math.max(each, 1e-6))));
    // A first guess from a short time is rough: grow by at most 32.
    count = Math.min(MAX_COUNT, count * 32, Math.ceil(sampleTime / Math.max(each, 1e-6)));
  }
}

/** A call for more steps than fill this many milliseconds is not made to learn what a step costs. */
const LONGEST_CALL = 120;

/**
 * Steps of one call of training: as many as it takes until the cost of calling is a small part of a step's, because
 * people let it run for thousands. The same rule for everybody.
 */
export async function stepsFor(take: Take, job: Job, sampleTime: number): Promise<number> {
  let steps = 1;
  let each = await take(job, steps);
  for (;;) {
    const more = Math.min(MAX_COUNT, steps * 8);
    if (more === steps || each * steps > LONGEST_CALL / 2) return steps;
    const before = each;
    each = await take(job, more);
    steps = more;
    if (each > 0.8 * before && each * steps >= sampleTime / 2) return steps;
  }
}
