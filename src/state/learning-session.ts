/** Runs the learning of scene 3 on the engine: one advance at a time, at most one report a frame. */
import { atom, type ReadableAtom } from 'nanostores';
import { DisposedError, type Engine, type Trainer, type TrainingReport } from '../engine/index.ts';
import { eigenvalues, hessian, rateLimits, type RateLimits } from '../math/quadratic.ts';
import { gridTensor, startKernel, type LearningPart, type NumberGrid } from './document.ts';
import type { EngineHost } from './engine-host.ts';
import { afterReport, safeSteps, startState, type SessionState } from './learning-run.ts';
import { problemOf } from './problem.ts';

export { logLines, type SessionState, type SessionStatus, type TracePoint } from './learning-run.ts';

/** Steps a second, or as many as the engine gives. */
export type RunSpeed = number | 'fast';

/** What is learned, and how: the learning part of the document with the image it learns on. */
export interface LearningSetup extends LearningPart {
  readonly image: NumberGrid;
}

/** Waits until the next report may be shown. */
export type WaitFrame = () => Promise<unknown>;

/** What one report of a fast run should take: two frames, and well over what a read-back costs by itself. */
const FAST_REPORT_MS = 33;
const MOST_STEPS_PER_REPORT = 4096;
const FEWEST_REPORTS = 200;
/** How soon a slow run notices that it was paused or told another speed. */
const LONGEST_NAP_MS = 50;

export class LearningSession {
  private readonly state = atom<SessionState>(startState({ rows: 1, columns: 1, values: [0] }, null));
  private setup: LearningSetup | null = null;
  /** The step at which the newest report will end, or ended. */
  private reach = 0;
  /** Counted up whenever what is being computed no longer counts. */
  private generation = 0;
  private speed: RunSpeed = 1;
  private trainer: { readonly engine: Engine; readonly trainer: Trainer } | null = null;
  private reports: Promise<void> = Promise.resolve();
  private looping = false;
  private stepsPerReport = 1;

  constructor(
    private readonly host: EngineHost,
    private readonly waitFrame: WaitFrame = animationFrame,
  ) {}

  get $session(): ReadableAtom<SessionState> {
    return this.state;
  }

  /**
   * Takes a set-up. One that differs from the last starts anew; where only the number of steps does, the run
   * goes on to its new end, unless it has passed that already.
   */
  configure(setup: LearningSetup): void {
    const last = this.setup;
    this.setup = setup;
    const learnsTheSame = last !== null && keyOf({ ...last, steps: setup.steps }) === keyOf(setup);
    if (!learnsTheSame) this.restart(limitsOf(setup));
    else if (setup.steps < this.reach) this.reset();
    else this.moveEnd(setup.steps);
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
    this.restart(this.state.get().limits);
  }

  /** Pauses and frees what the engine holds for the run; going on fetches it again. */
  dispose(): void {
    this.pause();
    this.release();
  }

  private release(): void {
    this.generation++;
    this.trainer?.trainer.dispose();
    this.trainer = null;
  }

  private restart(limits: RateLimits | null): void {
    this.release();
    this.stepsPerReport = 1;
    this.reach = 0;
    if (this.setup) this.state.set(startState(startKernel(this.setup), limits));
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
      await this.untilDue(startedMs);
    }
    this.looping = false;
  }

  private async reportAtSpeed(): Promise<void> {
    if (this.speed !== 'fast') return this.report(1);
    const startedMs = performance.now();
    const count = Math.min(this.stepsPerReport, this.mostSteps());
    await this.report(count);
    this.stepsPerReport = nextCount(count, performance.now() - startedMs);
  }

  /** A short run reports each step, so that a fast one still shows how the weights swing. */
  private mostSteps(): number {
    return Math.ceil((this.setup?.steps ?? 1) / FEWEST_REPORTS);
  }

  private report(steps: number): Promise<void> {
    const { generation } = this;
    this.reports = this.reports.then(() => this.advance(steps, generation));
    return this.reports;
  }

  private async advance(steps: number, generation: number): Promise<void> {
    const { setup } = this;
    const before = this.state.get();
    if (!setup || generation !== this.generation) return;
    if (before.status !== 'running' && before.status !== 'paused') return;
    const count = Math.min(steps, setup.steps - before.step, safeSteps(before.limits, setup.rate));
    this.reach = before.step + count;
    try {
      const result = await this.compute(setup, before.step, count);
      if (generation === this.generation) this.take(result);
    } catch (error) {
      if (generation === this.generation) this.change({ status: 'failed', problem: problemOf(error) });
    }
  }

  private compute(setup: LearningSetup, taken: number, steps: number): Promise<TrainingReport> {
    const { generation } = this;
    return this.host.use(async (engine) => {
      const trainer =
        this.trainer?.engine === engine ? this.trainer.trainer : await reopen(engine, setup, taken);
      if (generation !== this.generation) {
        trainer.dispose();
        throw new DisposedError();
      }
      this.trainer = { engine, trainer };
      return trainer.advance(steps);
    });
  }

  private take(result: TrainingReport): void {
    // The set-up of now: the end may have moved while the report was on its way.
    if (!this.setup) return;
    const next = afterReport(this.state.get(), result, this.setup.rate);
    const finished = next.status !== 'diverged' && next.step >= this.setup.steps;
    this.state.set(finished ? { ...next, status: 'finished' } : next);
  }

  private async untilDue(startedMs: number): Promise<void> {
    while (this.isRunning() && this.speed !== 'fast') {
      const leftMs = startedMs + 1000 / this.speed - performance.now();
      if (leftMs <= 0) return;
      await nap(Math.min(leftMs, LONGEST_NAP_MS));
    }
  }

  private isRunning(): boolean {
    return this.state.get().status === 'running';
  }

  private canGoOn(): boolean {
    const { status } = this.state.get();
    return status === 'ready' || status === 'paused';
  }

  private change(part: Partial<SessionState>): void {
    this.state.set({ ...this.state.get(), ...part });
  }
}

/** A trainer on another engine, or the first one: the steps already taken are taken again. */
async function reopen(engine: Engine, setup: LearningSetup, taken: number): Promise<Trainer> {
  const trainer = await openTrainer(engine, setup);
  if (taken > 0) await trainer.advance(taken);
  return trainer;
}

async function openTrainer(engine: Engine, setup: LearningSetup): Promise<Trainer> {
  const image = gridTensor(setup.image);
  const target = await engine.correlate(image, gridTensor(setup.teacher));
  return engine.train({
    image,
    target,
    kernel: gridTensor(startKernel(setup)),
    loss: 'sum',
    optimizer: { kind: 'sgd', rate: setup.rate },
  });
}

/** Everything of a set-up, in one order. */
function keyOf({ image, teacher, start, rate, steps }: LearningSetup): string {
  return JSON.stringify([image, teacher, start, rate, steps]);
}

function limitsOf({ image, teacher }: LearningSetup): RateLimits {
  const kernelSize = [teacher.rows, teacher.columns] as const;
  const tensor = gridTensor(image);
  return rateLimits(eigenvalues(hessian(tensor, kernelSize, undefined, 'sum')));
}

/** Doubles or halves the steps of a report towards the time that one should take. */
function nextCount(count: number, elapsedMs: number): number {
  const next = elapsedMs < FAST_REPORT_MS ? count * 2 : count / 2;
  return Math.max(1, Math.min(MOST_STEPS_PER_REPORT, Math.floor(next)));
}

function animationFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function nap(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
