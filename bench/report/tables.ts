/** The tables of a report. */
import type { Device } from '../../src/bench/contender.ts';
import type { TextTable } from '../../src/bench/markdown-table.ts';
import { formatPercent, formatRatio, formatTime } from '../../src/bench/outcome-text.ts';
import type { BenchResult, Outcome } from '../../src/bench/result.ts';
import { shareOfLimit } from '../../src/bench/roofline.ts';
import type { Operation, Workload } from '../../src/bench/workload.ts';
import { fastest, fastestResident, isOther, isOtherOn, medianOf, timed, type Timed } from './figures.ts';

const DASH = '–';

/** Ours on the CPU against the best other of any kind. */
export function makeCpuTable(result: BenchResult): TextTable {
  const head = [
    'work',
    'ours ms',
    'spread',
    'best other',
    'ms',
    'ratio',
    'resident',
    'of a thread',
    'of all cores',
  ];
  const rows = result.workloads.flatMap((workload) => {
    const ours = timed(result, workload.id, 'corr2d-cpu');
    return ours === null
      ? []
      : [
          [
            workload.id,
            ...ownCells(ours),
            ...otherCells(result, workload, ours, isOther),
            ...cpuShares(result, workload, ours),
          ],
        ];
  });
  return { head, rows };
}

/** Ours on WebGPU against the best other on WebGPU or WebGL. */
export function makeGpuTable(result: BenchResult): TextTable {
  const head = [
    'work',
    'ours ms',
    'spread',
    'best other',
    'ms',
    'ratio',
    'resident',
    'tfjs-webgpu',
    'naive-wgsl',
    'of the limit',
    'ours resident',
    'of the limit',
  ];
  const rows = result.workloads.flatMap((workload) => {
    const ours = timed(result, workload.id, 'corr2d-webgpu');
    if (ours === null) return [];
    return [
      [
        workload.id,
        ...ownCells(ours),
        ...otherCells(result, workload, ours, isOtherOn('gpu')),
        ratioCell(timed(result, workload.id, 'tfjs-webgpu'), ours),
        ratioCell(timed(result, workload.id, 'naive-wgsl'), ours),
        shareCell(result, workload, 'gpu', medianOf(ours), 'one'),
        ...residentCells(result, workload, ours),
      ],
    ];
  });
  return { head, rows };
}

/** Training steps a second, and what the normal equations cost before their first. */
export function makeTrainingTable(result: BenchResult): TextTable {
  const trainings = result.workloads.filter(({ operation }) => operation === 'train');
  const rows = result.contenders.flatMap(({ name }) => {
    const outcomes = trainings.map(({ id }) => timed(result, id, name));
    return outcomes.some((outcome) => outcome !== null) ? [[name, ...outcomes.map(rateCell)]] : [];
  });
  return { head: ['steps a second', ...trainings.map(({ size, taps }) => `${size} ${taps}`)], rows };
}

/** Every contender at every size of an operation. */
export function makeFullTable(result: BenchResult, operation: Operation): TextTable {
  const workloads = result.workloads.filter((workload) => workload.operation === operation);
  const rows = result.contenders.map(({ name }) => [
    name,
    ...workloads.map(({ id }) =>
      outcomeCell(result.rows.find((row) => row.workload === id && row.contender === name)?.outcome),
    ),
  ]);
  return { head: ['ms', ...workloads.map(({ size, taps }) => `${size} ${taps}`)], rows };
}

/** Who was left out of a table, and why. */
export function listFaults(result: BenchResult): readonly string[] {
  const closed = result.contenders
    .filter(({ opened }) => !opened)
    .map(({ name, description }) => `${name} could not be opened: ${description}`);
  const faults = result.rows.flatMap(({ workload, contender, outcome }) =>
    outcome.status === 'wrong' || outcome.status === 'failed'
      ? [`${contender}, ${workload}: ${outcome.status}, ${outcome.reason}`]
      : [],
  );
  return [...closed, ...faults];
}

function ownCells(ours: Timed): string[] {
  return [
    timeCell(ours),
    `${formatTime(ours.endToEnd.minimum)} … ${formatTime(ours.endToEnd.upperQuartile)}`,
  ];
}

function otherCells(
  result: BenchResult,
  { id }: Workload,
  ours: Timed,
  wanted: Parameters<typeof fastest>[2],
): string[] {
  const best = fastest(result, id, wanted);
  const resident = fastestResident(result, id, wanted);
  const kept =
    resident === null
      ? DASH
      : `${resident.name} ${formatTime(resident.time)}: ${formatRatio(resident.time / medianOf(ours))}`;
  if (best === null) return [DASH, DASH, DASH, kept];
  return [best.name, timeCell(best.outcome), ratioCell(best.outcome, ours), kept];
}

function cpuShares(result: BenchResult, workload: Workload, ours: Timed): string[] {
  return (['one', 'all'] as const).map((threads) =>
    shareCell(result, workload, 'cpu', medianOf(ours), threads),
  );
}

function shareCell(
  result: BenchResult,
  workload: Workload,
  device: Device,
  time: number,
  threads: 'one' | 'all',
): string {
  const share = shareOfLimit(workload, device, time, result.limits, threads);
  return share === null
    ? DASH
    : `${formatPercent(share.share)} ${share.binds === 'memory' ? 'mem' : 'arith'}`;
}

function residentCells(result: BenchResult, workload: Workload, { resident }: Timed): string[] {
  if (resident === null) return [DASH, DASH];
  return [formatTime(resident.median), shareCell(result, workload, 'gpu', resident.median, 'one')];
}

function timeCell(outcome: Timed): string {
  return `${formatTime(medianOf(outcome))}${outcome.single ? '*' : ''}`;
}

function ratioCell(other: Timed | null, ours: Timed): string {
  return other === null ? DASH : `${formatRatio(medianOf(other) / medianOf(ours))}${other.single ? '*' : ''}`;
}

function rateCell(outcome: Timed | null): string {
  if (outcome === null) return DASH;
  const rate = 1000 / medianOf(outcome);
  const text =
    rate >= 1e6
      ? `${(rate / 1e6).toPrecision(3)} M`
      : rate >= 1e4
        ? `${(rate / 1e3).toPrecision(3)} k`
        : rate.toPrecision(3);
  return outcome.setup === null ? text : `${text}, set-up ${formatTime(outcome.setup)} ms`;
}

function outcomeCell(outcome: Outcome | undefined): string {
  if (outcome === undefined) return DASH;
  switch (outcome.status) {
    case 'timed':
      return outcome.resident === null
        ? timeCell(outcome)
        : `${timeCell(outcome)} (${formatTime(outcome.resident.median)})`;
    case 'not-offered':
      return 'not offered';
    case 'not-run':
      return `not run (${(outcome.predicted / 1000).toFixed(0)} s)`;
    case 'wrong':
    case 'failed':
      return outcome.status;
  }
}
