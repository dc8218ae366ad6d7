/** `bench/RESULTS.md`: a run as a person reads it. */
import { toMarkdown } from '../../src/bench/markdown-table.ts';
import type { BenchResult } from '../../src/bench/result.ts';
import { OPERATIONS, type Operation } from '../../src/bench/workload.ts';
import { makeLimitsTable } from '../../src/bench/limits/limits-table.ts';
import { listFaults, makeCpuTable, makeFullTable, makeGpuTable, makeTrainingTable } from './tables.ts';
import { judge } from './targets.ts';

const TITLES: Readonly<Record<Operation, string>> = {
  forward: 'Forward',
  'kernel-gradient': 'Kernel gradient',
  'image-gradient': 'Image gradient',
  train: 'Training step',
};

/** A part of the report; another kind of measurement adds one. */
interface Section {
  readonly title: string;
  readonly text: (result: BenchResult) => string;
}

const SECTIONS: readonly Section[] = [
  { title: 'Aims', text: aimsText },
  { title: 'Limits of this machine', text: ({ limits }) => toMarkdown(makeLimitsTable(limits)) },
  { title: 'On the CPU', text: cpuText },
  { title: 'On WebGPU', text: (result) => toMarkdown(makeGpuTable(result)) },
  { title: 'Training', text: trainingText },
  { title: 'Everybody', text: everybodyText },
  { title: 'Contenders', text: contendersText },
];

/** Markdown. */
export function makeReport(result: BenchResult): string {
  const sections = SECTIONS.map(({ title, text }) => `## ${title}\n\n${text(result)}`);
  return `${[`# Results of \`npm run bench\``, introText(result), ...sections].join('\n\n')}\n`;
}

function introText({ date, machine, settings }: BenchResult): string {
  const isolated = machine.crossOriginIsolated
    ? 'The page is isolated (COOP and COEP), so that libraries may use threads.'
    : 'The page is not isolated, so that no library may use threads.';
  return `Written by the bench; not edited by hand. Made on ${date.slice(0, 10)}.

- Processor: ${machine.processor ?? 'unknown'}, ${String(machine.logicalCores)} logical cores
- Browser: ${machine.browser ?? machine.userAgent}
- WebGPU adapter: ${machine.adapter ?? 'none'}
- ${isolated}

One page, all contenders in turns, ${String(settings.rounds)} rounds; slow ones take fewer. Every result was checked against the float64
definition before it was timed. Times are medians in milliseconds, with the least and the upper quartile as spread, from
typed arrays to a typed array. In parentheses, and under *resident*: inputs where the library computes, the result waited
for but not fetched. \`*\`: one run, which was the first, because it took over ${String(settings.singleFrom / 1000)} s. *not run*: a smaller size predicts over ${String(settings.skipFrom / 1000)} s.
Ratios are the other's time over ours.`;
}

function aimsText(result: BenchResult): string {
  const verdict = (met: boolean | null) => (met === null ? 'not measured' : met ? 'met' : '**not met**');
  const rows = judge(result).map(({ aim, seen, met }) => [aim, seen, verdict(met)]);
  return toMarkdown({ head: ['aim', 'seen', ''], rows });
}

function cpuText(result: BenchResult): string {
  return `Against the best other of any kind. *of a thread*, *of all cores*: the share of the limit that binds, the
multiply-add rate (the better of the two instructions) or the copy bandwidth.

${toMarkdown(makeCpuTable(result))}`;
}

function trainingText(result: BenchResult): string {
  return `corr2d-gram takes its steps by normal equations; its set-up sweeps the image once.

${toMarkdown(makeTrainingTable(result))}`;
}

function everybodyText(result: BenchResult): string {
  const tables = OPERATIONS.filter((operation) =>
    result.workloads.some((workload) => workload.operation === operation),
  ).map((operation) => `### ${TITLES[operation]}\n\n${toMarkdown(makeFullTable(result, operation))}`);
  return tables.join('\n\n');
}

function contendersText(result: BenchResult): string {
  const lines = result.contenders.map(({ name, description }) => `- ${name}: ${description}`);
  const faults = listFaults(result).map((line) => `- ${line}`);
  const left = faults.length === 0 ? [] : ['\nNot timed:\n', ...faults];
  return [...lines, ...left].join('\n');
}
