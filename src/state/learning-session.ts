/** Runs the learning of scene 3 on the engine: one advance at a time, at most one report a frame. */
import { atom, type ReadableAtom } from 'nanostores';
import { DisposedError, type TrainingReport } from '../engine/index.ts';
import type { EngineHost } from './engine-host.ts';
import { HeldTrainer } from './held-trainer.ts';
import { worstGrowth } from './learning-analysis.ts';
import type { LearningSetup } from './learning-lesson.ts';
import { animationFrame, FAST_REPORT_MS, mostSteps, nextCount, until } from './learning-pace.ts';
import { LearningRace, type RivalRun } from './learning-race.ts';
import {
  afterReport,
  atReport,
  atStart,
  NO_RUN,
  safeSteps,
  startState,
  type SessionState,
  type SessionStatus,
} from './learning-run.ts';
import { setupKey, studyOf, type Study } from './learning-study.ts';
import { advanceWatching, reopen } from './learning-trainer.ts';
import { problemOf } from './problem.ts';
import { stepsToStop, watchesGradient } from './stop-threshold.ts';

export {
  logLines,
  traceToStep,
  type SessionState,
  type SessionStatus,
  type TracePoint,
} from './learning-run.ts';
export type { LearningSetup } from './learning-lesson.ts';
export type { RivalRun } from './learning-race.ts';
export type { Study } from './learning-study.ts';

/** Steps a second, or as many as the engine gives. */
export type RunSpeed = number | 'fast';

/** Waits until the next report may be shown. */
export type WaitFrame = () => Promise<unknown>;

export class LearningSession {
  private readonly state = atom<SessionState>(NO_RUN);
  private readonly race: LearningRace;
  /** How long the last study took. */
  studyMs = 0;
  private setup: LearningSetup | null = null;
  private study: Study | null = null;
  /** The step at which the newest report will end, or ended. */
  private reach = 0;
  /** Counted up whenever what is being computed no longer counts. */
  private generation = 0;
  private speed: RunSpeed = 1;
  private readonly trainer: HeldTrainer;
  private reports: Promise<void> = Promise.resolve();
  private looping = false;
  private stepsPerReport = 1;

  constructor(
    host: EngineHost,
    private readonly waitFrame: WaitFrame = animationFrame,
  ) {
    this.trainer = new HeldTrainer(host);
    this.race = new LearningRace(host);
  }

  get $session(): ReadableAtom<SessionState> {
    return this.state;
  }

  /** The rivals of the set-up, each as far as the run ever went. */
  get $race(): ReadableAtom<readonly RivalRun[]> {
    return this.race.$runs;
  }

  /**
   * Takes a set-up. One that differs from the last starts anew; where only the number of steps does, the run
   * goes on to its new end, unless it has passed that already.
   */
  configure(setup: LearningSetup): void {
    const last = this.setup;
    this.setup = setup;
    const learnsTheSame = last !== null && setupKey({ ...last, steps: setup.steps }) === setupKey(setup);
    if (!learnsTheSame) {
      const startedMs = performance.now();
      this.study = studyOf(setup, this.study);
      this.studyMs = performance.now() - startedMs;
      this.restart();
    } else if (setup.steps < this.reach) this.reset();
    else this.moveEnd(setup.steps);
    if (!learnsTheSame || last.rivals !== setup.rivals) this.configureRace(setup);
  }

  /** Of the set-up that was taken last. */
  get studied(): Study | null {
    return this.study;
  }

  /** Takes one step. */
  step(): void {
    if (!this.canGoOn()) return;
    this.change({ status: 'paused' });
    void this.report(1);
  }

  /** Runs to the set-up's number of steps, or goes on at another speed. */
  run(speed: RunSpeed): void {
    this.speed = speed;
    if (this.canGoOn()) this.change({ status: 'running' });
    void this.loop();
  }

  pause(): void {
    if (this.isRunning()) this.change({ status: 'paused' });
  }

  /** Back to the same start. */
  reset(): void {
    this.restart();
    this.race.reset();
  }

  /** To any step that was taken: the run pauses there, and goes on from there. The same steps give the same numbers. */
  goTo(step: number): void {
    const { study } = this;
    const before = this.state.get();
    if (!study) return;
    const taken = Math.max(0, Math.min(before.losses.length, Math.round(step)));
    this.release();
    if (before.status !== 'finished' || taken < before.step) this.change({ status: 'paused' });
    if (taken === 0) this.state.set(atStart(before, study.lesson.start, study.layer));
    else this.visitInTurn(taken, this.generation);
  }

  /** Pauses and frees what the engine holds for the run; going on fetches it again. */
  dispose(): void {
    this.pause();
    this.release();
    this.race.release();
  }

  private release(): void {
    this.generation++;
    this.trainer.release();
  }

  private restart(): void {
    this.release();
    this.stepsPerReport = 1;
    this.reach = 0;
    const { study } = this;
    if (study) this.state.set(startState(study.lesson.start, study.layer, study.analysis.limits));
  }

  private configureRace(setup: LearningSetup): void {
    const { study } = this;
    if (!study) return;
    this.race.configure(study, setup);
    void this.race.reach(this.state.get().losses.length);
  }

  private moveEnd(steps: number): void {
    const { status, step } = this.state.get();
    if (status === 'finished' && step < steps) this.change({ status: 'paused' });
    if ((status === 'running' || status === 'paused') && step === steps) this.change({ status: 'finished' });
  }

  private async loop(): Promise<void> {
    if (this.looping) return;
    this.looping = true;
    while (this.isRunning()) {
      const startedMs = performance.now();
      await this.reportAtSpeed();
      await this.waitFrame();
      await until(
        () => this.dueMs(startedMs),
        () => this.isRunning(),
      );
    }
    this.looping = false;
  }

  private async reportAtSpeed(): Promise<void> {
    if (this.speed !== 'fast') return this.report(1);
    const startedMs = performance.now();
    const count = Math.min(this.stepsPerReport, mostSteps(this.setup?.steps ?? 1));
    await this.report(count);
    this.stepsPerReport = nextCount(count, performance.now() - startedMs);
  }

  private report(steps: number): Promise<void> {
    const { generation } = this;
    this.reports = this.reports.then(() => this.advance(steps, generation));
    return this.reports;
  }

  private async advance(steps: number, generation: number): Promise<void> {
    const { setup, study } = this;
    const before = this.state.get();
    if (!setup || !study || generation !== this.generation) return;
    if (before.status !== 'running' && before.status !== 'paused') return;
    const count = Math.min(steps, setup.steps - before.step, safeSteps(worstGrowth(study.analysis, setup)));
    this.reach = before.step + count;
    await this.conclude(generation, this.compute(setup, before.step, count), (report) => {
      const kept = this.isRunning() ? stepsToStop(setup.stop, report) : null;
      if (kept === null) this.take(report);
      else this.stopAt(before.step + kept, report.losses.subarray(0, kept));
    });
    await this.race.reach(this.state.get().losses.length);
  }

  /** A run that reached its threshold inside a report: what it did past that is taken back. */
  private stopAt(step: number, losses: Float32Array): void {
    const { state } = this;
    const before = state.get();
    this.release();
    this.reach = step;
    const isThere = step === before.step;
    const taken = [...before.losses.slice(0, before.step), ...losses];
    state.set({ ...before, status: isThere ? 'stopped' : 'paused', losses: taken });
    if (!isThere) this.visitInTurn(step, this.generation, 'stopped');
  }

  private visitInTurn(step: number, generation: number, status: SessionStatus = 'paused'): void {
    this.reports = this.reports.then(() => this.visit(step, generation, status));
  }

  private async visit(step: number, generation: number, status: SessionStatus): Promise<void> {
    if (!this.setup || generation !== this.generation) return;
    await this.conclude(generation, this.compute(this.setup, step - 1, 1), (report) => {
      const { state, setup, study } = this;
      if (study) state.set(atReport(state.get(), study.layer, report));
      this.change({ status: setup && step >= setup.steps ? 'finished' : status });
    });
  }

  /** What a report says counts unless something else was begun while it was computed. */
  private async conclude(
    generation: number,
    pending: Promise<TrainingReport>,
    take: (report: TrainingReport) => void,
  ): Promise<void> {
    try {
      const report = await pending;
      if (generation === this.generation) take(report);
    } catch (error) {
      if (generation === this.generation) this.change({ status: 'failed', problem: problemOf(error) });
    }
  }

  private compute(setup: LearningSetup, taken: number, steps: number): Promise<TrainingReport> {
    const { generation, study } = this;
    if (!study) return Promise.reject(new DisposedError());
    return this.trainer.use(
      (engine) => reopen(engine, study.layer, setup, taken),
      () => generation === this.generation,
      (trainer) => {
        if (steps === 1 || !watchesGradient(setup.stop)) return trainer.advance(steps);
        const isOver = (report: TrainingReport): boolean => stepsToStop(setup.stop, report) !== null;
        return advanceWatching(trainer, steps, isOver, FAST_REPORT_MS);
      },
    );
  }

  private take(result: TrainingReport): void {
    // The set-up of now: the end may have moved while the report was on its way.
    if (!this.setup || !this.study) return;
    const next = afterReport(this.state.get(), this.study.layer, result, this.setup.rate);
    this.reach = next.step;
    const finished = next.status !== 'diverged' && next.step >= this.setup.steps;
    this.state.set(finished ? { ...next, status: 'finished' } : next);
  }

  private dueMs(startedMs: number): number {
    return this.speed === 'fast' ? 0 : startedMs + 1000 / this.speed;
  }

  private isRunning(): boolean {
    return this.state.get().status === 'running';
  }

  private canGoOn(): boolean {
    const { status } = this.state.get();
    return status === 'ready' || status === 'paused' || status === 'stopped';
  }

  private change(part: Partial<SessionState>): void {
    this.state.set({ ...this.state.get(), ...part });
  }
}
