/** The numbers of a learning run as it stands, and how a report adds to them. */
import type { TrainingReport } from '../engine/index.ts';
import type { RateLimits } from '../math/quadratic.ts';
import type { NumberGrid } from './document.ts';
import { makeGrid } from './document.ts';
import type { DivergedProblem, Problem } from './problem.ts';

export type SessionStatus = 'ready' | 'running' | 'paused' | 'stopped' | 'finished' | 'diverged' | 'failed';

/** The kernel after `step` updates, row-major. */
export interface TracePoint {
  readonly step: number;
  readonly kernel: readonly number[];
}

export interface SessionState {
  readonly status: SessionStatus;
  /** Where the run stands: updates taken, fewer than there are losses after a look back. */
  readonly step: number;
  /** One for each step ever taken, each from before its update. */
  readonly losses: readonly number[];
  /** The kernel at the start and after each report, as far as there are losses; thinned in long runs. */
  readonly trace: readonly TracePoint[];
  readonly kernel: NumberGrid;
  readonly gradient: NumberGrid | null;
  /** The rates that converge on this image; null where the optimiser knows none. */
  readonly limits: RateLimits | null;
  readonly problem: Problem | null;
}

/** One line of the log. */
export interface LossLine {
  readonly epoch: number;
  readonly loss: number;
}

/** A loss that grew this much over the first, and over this floor, will not come back. */
const DIVERGED_GROWTH = 1000;
const LOSS_FLOOR = 1e-6;
/** How much the loss may grow inside one report: far below what float32 holds. */
const GROWTH_PER_REPORT = 1e6;
const LONGEST_TRACE = 2000;

export function startState(kernel: NumberGrid, limits: RateLimits | null): SessionState {
  return {
    status: 'ready',
    step: 0,
    losses: [],
    trace: [{ step: 0, kernel: kernel.values }],
    kernel,
    gradient: null,
    limits,
    problem: null,
  };
}

/** The state after a report; where the loss blew up the run is `diverged`, with the last finite kernel kept. */
export function afterReport(state: SessionState, report: TrainingReport, rate: number): SessionState {
  const losses = [...state.losses.slice(0, state.step), ...report.losses];
  const trace = state.trace.filter(({ step }) => step <= state.step);
  if (!isFinite(report))
    return { ...state, status: 'diverged', problem: divergence(state, rate, state.step) };
  const kernel = makeGrid(report.kernel);
  const next: SessionState = {
    ...state,
    step: report.step,
    losses,
    trace: thinned([...trace, { step: report.step, kernel: kernel.values }]),
    kernel,
    gradient: makeGrid(report.gradient),
  };
  if (!state.limits || !hasGrown(losses)) return next;
  return { ...next, status: 'diverged', problem: divergence(next, rate, report.step) };
}

/** How many steps one report may hold so that nothing overflows on the way, where each multiplies the error by `factor`. */
export function safeSteps(factor: number): number {
  const growth = factor ** 2;
  return growth <= 1 ? Infinity : Math.max(1, Math.floor(Math.log(GROWTH_PER_REPORT) / Math.log(growth)));
}

/** Back, or forth again, to a step that was taken, with the kernel and the gradient it left. */
export function atStep(
  state: SessionState,
  step: number,
  kernel: NumberGrid,
  gradient: NumberGrid | null,
): SessionState {
  return { ...state, status: 'paused', step, kernel, gradient, problem: null };
}

/** The trace as far as the step where the run stands, which is its last point. */
export function traceToStep({ trace, step, kernel }: SessionState): readonly TracePoint[] {
  const shown = trace.filter((point) => point.step <= step);
  return shown.at(-1)?.step === step ? shown : [...shown, { step, kernel: kernel.values }];
}

/** A line every second epoch, as the article's program prints. */
export function logLines(losses: readonly number[]): readonly LossLine[] {
  const count = Math.floor(losses.length / 2);
  return Array.from({ length: count }, (_, line) => ({
    epoch: 2 * line + 2,
    loss: losses[2 * line + 1] ?? NaN,
  }));
}

function isFinite({ losses, kernel, gradient }: TrainingReport): boolean {
  return [losses, kernel.data, gradient.data].every((values) => values.every(Number.isFinite));
}

function hasGrown(losses: readonly number[]): boolean {
  return (losses.at(-1) ?? 0) > DIVERGED_GROWTH * Math.max(losses[0] ?? 0, LOSS_FLOOR);
}

function divergence({ limits }: SessionState, rate: number, step: number): DivergedProblem {
  return {
    code: 'diverged',
    rate,
    largestStable: limits?.largestStable ?? 0,
    best: limits?.best ?? 0,
    step,
  };
}

/** Every second point of a trace that has grown too long; both ends stay. */
function thinned(trace: readonly TracePoint[]): readonly TracePoint[] {
  if (trace.length <= LONGEST_TRACE) return trace;
  return trace.filter((_, index) => index % 2 === 0 || index === trace.length - 1);
}
