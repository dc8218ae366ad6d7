/** Other optimisers and rates that learn what a run learns, from the same start and step for step beside it. */
import { atom, type ReadableAtom } from 'nanostores';
import { DisposedError, type TrainingReport } from '../engine/index.ts';
import type { LearningPart, Rival } from './document.ts';
import type { EngineHost } from './engine-host.ts';
import { HeldTrainer } from './held-trainer.ts';
import type { Layer } from './learning-layer.ts';
import { limitsOf, type Analysis } from './learning-analysis.ts';
import { shownCount } from './learning-run.ts';
import type { Study } from './learning-study.ts';
import { reopen } from './learning-trainer.ts';

export interface RivalRun {
  readonly rival: Rival;
  /** One for each step taken, each from before its update; they end where the run blew up. */
  readonly losses: readonly number[];
  /** A run that blew up, or that the engine failed at, takes no more steps. */
  readonly end: 'diverged' | 'failed' | null;
}

interface Runner {
  readonly key: string;
  readonly trainer: HeldTrainer;
  run: RivalRun;
}

export class LearningRace {
  private readonly runs = atom<readonly RivalRun[]>([]);
  private runners: readonly Runner[] = [];
  private lesson: { readonly layer: Layer; readonly analysis: Analysis } | null = null;
  private loss: LearningPart['loss'] = 'sum';
  /** Counted up whenever what is being computed no longer counts. */
  private generation = 0;
  private turns: Promise<void> = Promise.resolve();

  constructor(private readonly host: EngineHost) {}

  get $runs(): ReadableAtom<readonly RivalRun[]> {
    return this.runs;
  }

  /** Takes rivals, and what they learn; `problem` with the start's text tells whether that is still the same. */
  configure({ layer, analysis, problem }: Study, { rivals, loss }: LearningPart): void {
    const before = new Map(this.runners.map((runner) => [runner.key, runner]));
    const next = rivals.map((rival): Runner => {
      const key = JSON.stringify([problem, layer.start, rival]);
      const known = before.get(key);
      before.delete(key);
      return known ?? { key, trainer: new HeldTrainer(this.host), run: { rival, losses: [], end: null } };
    });
    before.forEach(({ trainer }) => {
      trainer.release();
    });
    this.lesson = { layer, analysis };
    this.loss = loss;
    this.runners = next;
    this.show();
  }

  /** Brings every rival to a step that is past its own; resolves when they are there. */
  reach(step: number): Promise<void> {
    const { generation } = this;
    this.turns = this.turns.then(() => this.advanceAll(step, generation));
    return this.turns;
  }

  /** Back to the start. */
  reset(): void {
    this.release();
    for (const runner of this.runners) {
      runner.run = { ...runner.run, losses: [], end: null };
    }
    this.show();
  }

  /** Frees what the engine holds for them; going on fetches it again. */
  release(): void {
    this.generation++;
    this.runners.forEach(({ trainer }) => {
      trainer.release();
    });
  }

  private async advanceAll(step: number, generation: number): Promise<void> {
    for (const runner of this.runners) {
      if (generation !== this.generation) return;
      await this.advance(runner, step, generation);
    }
  }

  private async advance(runner: Runner, step: number, generation: number): Promise<void> {
    const { losses, end } = runner.run;
    const count = step - losses.length;
    if (count <= 0 || end) return;
    try {
      const report = await this.compute(runner, losses.length, count, generation);
      if (generation !== this.generation) return;
      const all = [...losses, ...report.losses];
      const kept = shownCount(all, this.grows(runner.run.rival));
      const blewUp = kept < all.length;
      runner.run = { ...runner.run, losses: all.slice(0, kept), end: blewUp ? 'diverged' : null };
    } catch {
      if (generation !== this.generation) return;
      runner.run = { ...runner.run, end: 'failed' };
    }
    if (runner.run.end) runner.trainer.release();
    this.show();
  }

  private compute(runner: Runner, taken: number, steps: number, generation: number): Promise<TrainingReport> {
    const { lesson, loss } = this;
    if (!lesson) return Promise.reject(new DisposedError());
    return runner.trainer.use(
      (engine) => reopen(engine, lesson.layer, { loss, ...runner.run.rival }, taken),
      () => generation === this.generation && this.runners.includes(runner),
      (trainer) => trainer.advance(steps),
    );
  }

  private grows({ optimizer, rate }: Rival): boolean {
    const limits = this.lesson && limitsOf(this.lesson.analysis, { optimizer, rate });
    return limits !== null && rate >= limits.largestStable;
  }

  private show(): void {
    this.runs.set(this.runners.map(({ run }) => run));
  }
}
