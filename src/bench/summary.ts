/** A run of our part, as Markdown that can be pasted into an issue. */
import { makeLimitsTable } from './limits/limits-table.ts';
import { toMarkdown, type TextTable } from './markdown-table.ts';
import { formatPercent, outcomeText } from './outcome-text.ts';
import { corr2dGram } from './own-engine.ts';
import type { BenchResult, ContenderInfo, Outcome } from './result.ts';
import { shareOfLimit } from './roofline.ts';
import type { Workload } from './workload.ts';

export function makeSummary(result: BenchResult): string {
  const { date, machine, limits } = result;
  const about = [
    `- ${machine.userAgent}`,
    `- ${String(machine.logicalCores)} logical cores, WebGPU adapter: ${machine.adapter ?? 'none'}`,
    ...result.contenders.map(({ name, description }) => `- ${name}: ${description}`),
  ];
  const parts = [
    `corr2d bench, ${date.slice(0, 10)}`,
    about.join('\n'),
    toMarkdown(makeLimitsTable(limits)),
    'Median of one operation or training step (least … upper quartile), and its share of the limit that binds.',
    toMarkdown(makeTable(result)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function makeTable(result: BenchResult): TextTable {
  const rows = result.workloads.map((workload) => [
    workload.id,
    ...result.contenders.map((contender) => makeCell(result, workload, contender)),
  ]);
  return { head: ['work', ...result.contenders.map(({ name }) => name)], rows };
}

function makeCell(result: BenchResult, workload: Workload, contender: ContenderInfo): string {
  const row = result.rows.find((each) => each.workload === workload.id && each.contender === contender.name);
  if (row === undefined) return '';
  const share = shareOf(result, workload, contender, row.outcome);
  return `${outcomeText(row.outcome)}${share === null ? '' : `, ${formatPercent(share)}`}`;
}

/** Of the limit that binds; null where nothing was timed, no limit is known, or the method needs no such work. */
export function shareOf(
  { limits }: Pick<BenchResult, 'limits'>,
  workload: Workload,
  { name, device }: Pick<ContenderInfo, 'name' | 'device'>,
  outcome: Outcome,
): number | null {
  if (outcome.status !== 'timed' || name === corr2dGram.name) return null;
  return shareOfLimit(workload, device, outcome.endToEnd.median, limits)?.share ?? null;
}
