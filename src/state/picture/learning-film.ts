/** A run taken again from its start, with a look at it on the way: the same set-up gives the same numbers. */
import type { EngineHost } from '../engine-host.ts';
import { afterReport, startState, type SessionState } from '../learning-run.ts';
import type { LearningSetup } from '../learning-lesson.ts';
import type { Study } from '../learning-study.ts';
import { reopen } from '../learning-trainer.ts';
import type { RunMoment } from './learning-picture.ts';

export interface ReplayedRun {
  /** The start first. */
  readonly moments: readonly RunMoment[];
  readonly losses: readonly number[];
}

/** More frames than this show nothing more of a run. */
const MOST_MOMENTS = 120;

/** The steps that are looked at, from 0 to `end`: every one, or the closer the earlier, as a run is fast at first. */
export function stepsToShow(end: number): readonly number[] {
  if (end <= MOST_MOMENTS) return Array.from({ length: end + 1 }, (_, step) => step);
  const steps = Array.from({ length: MOST_MOMENTS + 1 }, (_, i) => Math.round(end * (i / MOST_MOMENTS) ** 2));
  return [...new Set(steps)];
}

/** Ends early where the loss blows up; rejects with the signal's reason when it is aborted. */
export async function replayRun(
  host: EngineHost,
  setup: LearningSetup,
  { lesson, layer, analysis }: Study,
  steps: readonly number[],
  signal: AbortSignal,
): Promise<ReplayedRun> {
  return host.use(async (engine) => {
    const trainer = await reopen(engine, layer, setup, 0);
    let state = startState(lesson.start, layer, analysis.limits);
    const moments = [momentOf(state)];
    try {
      for (const step of steps) {
        signal.throwIfAborted();
        if (step <= state.step) continue;
        state = afterReport(state, layer, await trainer.advance(step - state.step), setup.rate);
        if (state.status === 'diverged') break;
        moments.push(momentOf(state));
      }
    } finally {
      trainer.dispose();
    }
    return { moments, losses: state.losses };
  });
}

function momentOf({ step, kernel, gradient, bias, biasGradient }: SessionState): RunMoment {
  return { step, kernel, gradient, bias, biasGradient };
}
