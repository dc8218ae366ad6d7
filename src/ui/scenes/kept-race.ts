/** The kept runs of the learning scene; they live as long as the scene does. */
import type { ReactiveControllerHost } from 'lit';
import type { LearningPart } from '../../state/document.ts';
import { rivalsOf, withRun, type KeptRun } from '../../state/kept-runs.ts';
import type { Rival } from '../learning/learning-charts.ts';
import { optimizerText } from '../wording/optimizer-text.ts';

export class KeptRace {
  private runs: readonly KeptRun[] = [];

  constructor(private readonly host: ReactiveControllerHost) {}

  keep(problem: string, part: LearningPart, losses: readonly number[]): void {
    this.runs = withRun(this.runs, { problem, part, losses });
    this.host.requestUpdate();
  }

  /** Those that race the present run, and no others. */
  drop(problem: string): void {
    this.runs = this.runs.filter((run) => run.problem !== problem);
    this.host.requestUpdate();
  }

  rivals(problem: string, part: LearningPart): readonly Rival[] {
    return rivalsOf(this.runs, problem, part).map((run) => ({
      name: optimizerText(run.part),
      losses: run.losses,
    }));
  }
}
