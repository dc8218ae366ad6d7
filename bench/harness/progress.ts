/** The run as it happens, a line for each workload and each finding worth a word. */
import type { Progress } from '../../src/bench/run.ts';
import { outcomeText } from '../../src/bench/outcome-text.ts';

/** Returns what prints one step of the run. */
export function createProgressPrinter(print: (line: string) => void = console.log): (step: Progress) => void {
  const start = performance.now();
  return (step) => {
    const seconds = `${((performance.now() - start) / 1000).toFixed(0)} s`;
    for (const line of linesOf(step, seconds)) print(line);
  };
}

function linesOf(step: Progress, seconds: string): readonly string[] {
  switch (step.kind) {
    case 'limits':
      return ['bench: measuring the limits of this machine'];
    case 'contender':
      return [
        step.info.opened
          ? `bench: ${step.info.name}: ${step.info.description}`
          : `bench: ${step.info.name} could not be opened: ${step.info.description}`,
      ];
    case 'workload':
      return [`bench: ${String(step.index + 1)}/${String(step.of)} ${step.id} (${seconds})`];
    case 'row':
      return [`  ${step.row.contender.padEnd(16)} ${outcomeText(step.row.outcome)}`];
  }
}
