/** The aims of the project, each computed from a run: met, not met, or not measured. */
import { formatPercent, formatRatio } from '../../src/bench/outcome-text.ts';
import type { BenchResult, ContenderInfo } from '../../src/bench/result.ts';
import { shareOfLimit } from '../../src/bench/roofline.ts';
import type { Operation, Workload } from '../../src/bench/workload.ts';
import { fastest, isOther, medianOf, outcomeOf, residentOf, timed } from './figures.ts';

export interface Finding {
  readonly aim: string;
  /** The worst case of those that the aim is about, in words. */
  readonly seen: string;
  /** Null where nothing was measured that could tell. */
  readonly met: boolean | null;
}

/** One case of an aim: a number that must reach the aim's least. */
interface Case {
  readonly where: string;
  readonly value: number;
  /** Whether the value is only a lower bound, because the other was too slow to run. */
  readonly predicted?: boolean;
}

interface Aim {
  readonly text: string;
  readonly least: number;
  readonly format: (value: number) => string;
  readonly cases: (result: BenchResult) => readonly Case[];
}

const CPU = 'corr2d-cpu';
const GPU = 'corr2d-webgpu';

const AIMS: readonly Aim[] = [
  atLeast(4, 'CPU: forward, kernels to 7×7 at 1024², against the best other', (result) =>
    againstBest(result, CPU, ['forward'], is1024('3x3', '7x7')),
  ),
  atLeast(4, 'CPU: kernel gradient, kernels to 7×7 at 1024², against the best other', (result) =>
    againstBest(result, CPU, ['kernel-gradient'], is1024('3x3', '7x7')),
  ),
  atLeast(1.5, 'CPU: forward and kernel gradient, 15×15 at 1024², against the best other', (result) =>
    againstBest(result, CPU, ['forward', 'kernel-gradient'], is1024('15x15')),
  ),
  atLeast(10, 'CPU: kernel gradient at 1024², against every other', (result) =>
    againstBest(result, CPU, ['kernel-gradient'], is1024('3x3', '7x7', '15x15')),
  ),
  {
    text: 'CPU: forward and kernel gradient from 7×7 on, of the multiply-add limit of a thread',
    least: 0.5,
    format: formatPercent,
    cases: (result) => shares(result, CPU, 'cpu', ['forward', 'kernel-gradient'], fromSevenOn),
  },
  {
    text: 'CPU: the same, of the multiply-add limit of all cores',
    least: 0.5,
    format: formatPercent,
    cases: (result) =>
      shares(result, CPU, 'cpu', ['forward', 'kernel-gradient'], fromSevenOn, medianOf, 'all'),
  },
  {
    text: 'CPU: training steps a second at 6×8',
    least: 1e6,
    format: (value) => value.toExponential(2),
    cases: (result) => stepRates(result, CPU, '6x8'),
  },
  atLeast(1, 'No size where another wins: the best of ours against the best other', (result) =>
    againstBest(result, null, null, () => true),
  ),
  atLeast(300, 'GPU: forward at 1024², 3×3, against tfjs-webgpu', (result) =>
    against(result, GPU, 'tfjs-webgpu', ['forward'], is1024('3x3')),
  ),
  atLeast(20, 'GPU: kernel gradient at 1024², against tfjs-webgpu', (result) =>
    against(result, GPU, 'tfjs-webgpu', ['kernel-gradient'], is1024('3x3', '7x7', '15x15')),
  ),
  atLeast(8, 'GPU: forward and kernel gradient at 1024², against naive-wgsl', (result) =>
    against(result, GPU, 'naive-wgsl', ['forward', 'kernel-gradient'], is1024('3x3', '7x7', '15x15')),
  ),
  {
    text: 'GPU: forward and kernel gradient at 1024², 7×7, of the arithmetic limit of the adapter',
    least: 0.5,
    format: formatPercent,
    cases: (result) => shares(result, GPU, 'gpu', ['forward', 'kernel-gradient'], is1024('7x7')),
  },
  atLeast(300, 'GPU, operands resident on both sides: forward at 1024², 3×3, against tfjs-webgpu', (result) =>
    against(result, GPU, 'tfjs-webgpu', ['forward'], is1024('3x3'), residentOf),
  ),
  atLeast(
    20,
    'GPU, operands resident on both sides: kernel gradient at 1024², against tfjs-webgpu',
    (result) =>
      against(result, GPU, 'tfjs-webgpu', ['kernel-gradient'], is1024('3x3', '7x7', '15x15'), residentOf),
  ),
  atLeast(8, 'GPU, operands resident on both sides: both at 1024², against naive-wgsl', (result) =>
    against(
      result,
      GPU,
      'naive-wgsl',
      ['forward', 'kernel-gradient'],
      is1024('3x3', '7x7', '15x15'),
      residentOf,
    ),
  ),
  {
    text: 'GPU, operands resident: both at 1024², 7×7, of the arithmetic limit of the adapter',
    least: 0.5,
    format: formatPercent,
    cases: (result) => shares(result, GPU, 'gpu', ['forward', 'kernel-gradient'], is1024('7x7'), residentOf),
  },
];

/** A frame at 60 Hz, in milliseconds. */
export const FRAME = 1000 / 60;

/** Of the frames of a stroke; the rest may be the machine's. */
const NEARLY_ALL = 0.95;
/** An input is shown by the frame after the one that it falls into. */
const SHOWN_AFTER = 2 * FRAME;

/** What was measured of a stroke; `maps` is null in a scene without them. */
export interface Painting {
  readonly what: string;
  readonly frames: { readonly onTime: number };
  readonly latency: { readonly median: number };
  readonly maps: { readonly inFrame: number } | null;
}

/** Whether the page keeps up with a stroke: frames, what the hand does, and feature maps where there are some. */
export function judgePainting({ what, frames, latency, maps }: Painting): readonly Finding[] {
  return [
    mostly(`CPU: ${what}, frames on time`, frames.onTime),
    atMost(`CPU: ${what}, from an input to the frame that shows it`, latency.median, SHOWN_AFTER),
    ...(maps ? [mostly(`CPU: ${what}, feature maps in the frame that shows their image`, maps.inFrame)] : []),
  ];
}

function mostly(text: string, share: number): Finding {
  const aim = `${text}: at least ${formatPercent(NEARLY_ALL)}`;
  return { aim, seen: formatPercent(share), met: share >= NEARLY_ALL };
}

function atMost(text: string, median: number, most: number): Finding {
  const aim = `${text}: at most ${most.toFixed(1)} ms`;
  return { aim, seen: `${median.toFixed(1)} ms (median)`, met: median <= most };
}

/** Whether a run of 10 000 steps shows itself without dropping frames: by the time that 95 % of its frames stay within. */
export function judgeLongRun(p95: number): Finding {
  return {
    aim: `CPU: a run of 10 000 steps at full speed, 95 % of its frames: less than ${(2 * FRAME).toFixed(1)} ms, two at 60 Hz`,
    seen: `${p95.toFixed(1)} ms`,
    met: p95 < 2 * FRAME,
  };
}

const MOST_SESSION_SHARE = 1.5;

/** Whether a learning session keeps near to what its engine can: by the times of a step, of the session and of a trainer alone. */
export function judgeSession(times: {
  readonly kind: string;
  readonly session: number;
  readonly alone: number;
}): Finding {
  const share = times.session / times.alone;
  const name = times.kind === 'cpu' ? 'CPU' : 'GPU';
  return {
    aim: `${name}: a learning session at 1024² and 5×5, against the engine's trainer alone: at most ${MOST_SESSION_SHARE.toFixed(1)} times its time`,
    seen: `${share.toPrecision(2)} times`,
    met: share <= MOST_SESSION_SHARE,
  };
}

/** As the terminal shows it. */
export function findingText({ aim, seen, met }: Finding): string {
  const verdict = met === null ? '       ?' : met ? '     met' : ' NOT MET';
  return `${verdict}  ${aim}: ${seen}`;
}

export function judge(result: BenchResult): readonly Finding[] {
  return AIMS.map(({ text, least, format, cases }) => {
    const found = cases(result);
    const aim = `${text}: at least ${format(least)}`;
    const worst = found.reduce<Case | null>((a, b) => (a === null || b.value < a.value ? b : a), null);
    if (worst === null) return { aim, seen: 'not measured', met: null };
    const bound = worst.predicted === true ? ' (predicted: the other was too slow to run)' : '';
    const where = found.length === 1 ? '' : `, the least of ${String(found.length)}`;
    return {
      aim,
      seen: `${format(worst.value)} at ${worst.where}${where}${bound}`,
      met: worst.value >= least,
    };
  });
}

function atLeast(least: number, text: string, cases: Aim['cases']): Aim {
  return { text, least, format: (value) => `${formatRatio(value)}×`, cases };
}

function is1024(...taps: readonly string[]): (workload: Workload) => boolean {
  return (workload) => workload.size === '1024' && taps.includes(workload.taps);
}

function fromSevenOn({ taps }: Workload): boolean {
  return /^(7|15)x/.test(taps);
}

function select(
  result: BenchResult,
  operations: readonly Operation[] | null,
  wanted: (workload: Workload) => boolean,
): readonly Workload[] {
  return result.workloads.filter(
    (workload) => (operations === null || operations.includes(workload.operation)) && wanted(workload),
  );
}

/** `name` null: the fastest of ours. */
function againstBest(
  result: BenchResult,
  name: string | null,
  operations: readonly Operation[] | null,
  wanted: (workload: Workload) => boolean,
): Case[] {
  const isOurs = (contender: ContenderInfo) =>
    name === null ? contender.group === 'ours' : contender.name === name;
  return select(result, operations, wanted).flatMap(({ id }) => {
    const ours = fastest(result, id, isOurs);
    const best = fastest(result, id, isOther);
    if (ours === null || best === null) return [];
    const value = medianOf(best.outcome) / medianOf(ours.outcome);
    return [{ where: `${id} (${ours.name} against ${best.name})`, value }];
  });
}

function against(
  result: BenchResult,
  name: string,
  other: string,
  operations: readonly Operation[],
  wanted: (workload: Workload) => boolean,
  timeOf = medianOf,
): Case[] {
  return select(result, operations, wanted).flatMap(({ id }) => {
    const ours = timed(result, id, name);
    const theirs = outcomeOf(result, id, other);
    if (ours === null) return [];
    if (theirs?.status === 'timed') return [{ where: id, value: timeOf(theirs) / timeOf(ours) }];
    if (theirs?.status !== 'not-run') return [];
    return [{ where: id, value: theirs.predicted / timeOf(ours), predicted: true }];
  });
}

function shares(
  result: BenchResult,
  name: string,
  device: 'cpu' | 'gpu',
  operations: readonly Operation[],
  wanted: (workload: Workload) => boolean,
  timeOf = medianOf,
  threads: 'one' | 'all' = 'one',
): Case[] {
  return select(result, operations, wanted).flatMap((workload) => {
    const ours = timed(result, workload.id, name);
    const share = ours === null ? null : shareOfLimit(workload, device, timeOf(ours), result.limits, threads);
    return share === null ? [] : [{ where: workload.id, value: share.share }];
  });
}

function stepRates(result: BenchResult, name: string, size: string): Case[] {
  return select(result, ['train'], (workload) => workload.size === size).flatMap(({ id }) => {
    const ours = timed(result, id, name);
    return ours === null ? [] : [{ where: id, value: 1000 / medianOf(ours) }];
  });
}
