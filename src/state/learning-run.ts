/** The numbers of a learning run as it stands, and how a report adds to them. */
import type { TrainingReport } from '../engine/index.ts';
import type { RateLimits } from '../math/quadratic.ts';
import type { NumberGrid } from './document.ts';
import { allWeights, biasOf, kernelOf, type Layer } from './learning-layer.ts';
import type { DivergedProblem, Problem } from './problem.ts';

export type SessionStatus = 'ready' | 'running' | 'paused' | 'stopped' | 'finished' | 'diverged' | 'failed';

/** All weights after `step` updates: the kernel, row-major, and the bias after it where there is one. */
export interface TracePoint {
  readonly step: number;
  readonly weights: readonly number[];
}

export interface SessionState {
  readonly status: SessionStatus;
  /** Where the run stands: updates taken, fewer than there are losses after a look back. */
  readonly step: number;
  /** One for each step ever taken, each from before its update. */
  readonly losses: readonly number[];
  /** The weights at the start and after each report, as far as there are losses; thinned in long runs. */
  readonly trace: readonly TracePoint[];
  readonly kernel: NumberGrid;
  /** Null for a learner without one. */
  readonly bias: number | null;
  /** Of the last update; 0 for frozen weights. */
  readonly gradient: NumberGrid | null;
  readonly biasGradient: number | null;
  /** The rates that converge on this image; null where the optimiser knows none. */
  readonly limits: RateLimits | null;
  readonly problem: Problem | null;
}

/** Before a set-up is taken. */
export const NO_RUN: SessionState = {
  status: 'ready',
  step: 0,
  losses: [],
  trace: [],
  kernel: { rows: 1, columns: 1, values: [0] },
  bias: null,
  gradient: null,
  biasGradient: null,
  limits: null,
  problem: null,
};

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

/** Before the first step; the kernel's size is that of `start`, the weights are the layer's. */
export function startState(start: NumberGrid, layer: Layer, limits: RateLimits | null): SessionState {
  return {
    status: 'ready',
    step: 0,
    losses: [],
    trace: [{ step: 0, weights: layer.start }],
    kernel: start,
    bias: biasOf(start, layer.start),
    gradient: null,
    biasGradient: null,
    limits,
    problem: null,
  };
}

/** The state after a report; where the loss blew up the run is `diverged`, with the last finite kernel kept. */
export function afterReport(
  state: SessionState,
  layer: Layer,
  report: TrainingReport,
  rate: number,
): SessionState {
  const losses = [...state.losses.slice(0, state.step), ...report.losses];
  const trace = state.trace.filter(({ step }) => step <= state.step);
  if (!isFinite(report))
    return { ...state, status: 'diverged', problem: divergence(state, rate, state.step) };
  const weights = allWeights(layer, report.kernel.data);
  const next: SessionState = {
    ...state,
    ...reported(state.kernel, layer, report),
    step: report.step,
    losses,
    trace: thinned([...trace, { step: report.step, weights }]),
  };
  if (!canGrow(state.limits, rate) || !hasGrown(losses)) return next;
  return { ...next, status: 'diverged', problem: divergence(next, rate, report.step) };
}

/** How many steps one report may hold so that nothing overflows on the way, where each multiplies the error by `factor`. */
export function safeSteps(factor: number): number {
  const growth = factor ** 2;
  return growth <= 1 ? Infinity : Math.max(1, Math.floor(Math.log(GROWTH_PER_REPORT) / Math.log(growth)));
}

/** Back, or forth again, to a step that was taken, with the weights and the gradient it left. */
export function atReport(state: SessionState, layer: Layer, report: TrainingReport): SessionState {
  const { step } = report;
  return { ...state, ...reported(state.kernel, layer, report), status: 'paused', step, problem: null };
}

/** Back to the start. */
export function atStart(state: SessionState, start: NumberGrid, layer: Layer): SessionState {
  const { losses, trace } = state;
  return { ...startState(start, layer, state.limits), status: 'paused', losses, trace };
}

type Reported = Pick<SessionState, 'kernel' | 'bias' | 'gradient' | 'biasGradient'>;

function reported(size: NumberGrid, layer: Layer, { kernel, gradient }: TrainingReport): Reported {
  const weights = allWeights(layer, kernel.data);
  const slopes = allWeights(
    layer,
    gradient.data,
    weights.map(() => 0),
  );
  return {
    kernel: kernelOf(size, weights),
    bias: biasOf(size, weights),
    gradient: kernelOf(size, slopes),
    biasGradient: biasOf(size, slopes),
  };
}

/** The trace as far as the step where the run stands, which is its last point. */
export function traceToStep({ trace, step, kernel, bias }: SessionState): readonly TracePoint[] {
  const shown = trace.filter((point) => point.step <= step);
  if (shown.at(-1)?.step === step) return shown;
  return [...shown, { step, weights: bias === null ? kernel.values : [...kernel.values, bias] }];
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

/** How many losses a run shows: those before one that is not finite, or has grown past coming back where it `grows`. */
export function shownCount(losses: readonly number[], grows: boolean): number {
  const end = losses.findIndex(
    (loss) => !Number.isFinite(loss) || (grows && hasGrown([losses[0] ?? 0, loss])),
  );
  return end < 0 ? losses.length : end;
}

/** A rate below the limit converges, however much the loss grows on the way: from the optimum it can only grow. */
function canGrow(limits: RateLimits | null, rate: number): boolean {
  return limits !== null && rate >= limits.largestStable;
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
