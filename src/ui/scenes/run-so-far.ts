/** Losses and trace of a run as far as they are shown: in long runs not at every report, which charts could not keep up with. */
import { traceToStep, type SessionState, type TracePoint } from '../../state/learning-session.ts';
import { Paced } from '../learning/paced.ts';

/** Of longer runs charts, tables and log follow ten times a second; kernel, gradient and step at every report. */
const EACH_STEP_SHOWN = 500;
const EVERY_MS = 100;

interface Shown {
  readonly losses: readonly number[];
  readonly trace: readonly TracePoint[];
}

export class RunSoFar {
  private readonly paced = new Paced<Shown>(EVERY_MS);

  follow(run: SessionState): Shown {
    return this.paced.follow(
      () => ({ losses: run.losses.slice(0, run.step), trace: traceToStep(run) }),
      run.status === 'running' && run.step > EACH_STEP_SHOWN,
    );
  }
}
