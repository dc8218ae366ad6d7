/** A Vitest reporter that leaves the run's counts, as JSON, in the file that COUNTS_FILE names. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import type { Counts } from './summary-line.ts';

/** A module that cannot be collected has no test to fail: it counts as one failure, as an unhandled error does. */
function countModule(module: TestModule): Counts {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const count = (state: string) => states.filter((other) => other === state).length;
  // A test that never finished did not pass.
  const failed = count('failed') + count('pending');
  const failedAsWhole = module.state() === 'failed' && failed === 0;
  return { passed: count('passed'), failed: failed + (failedAsWhole ? 1 : 0), skipped: count('skipped') };
}

function countRun(modules: readonly TestModule[], unhandledErrors: number): Counts {
  const sum = (key: keyof Counts) => modules.reduce((total, module) => total + countModule(module)[key], 0);
  return { passed: sum('passed'), failed: sum('failed') + unhandledErrors, skipped: sum('skipped') };
}

/** Why groups of tests were skipped, where their titles say it, each once. */
function skippedTitles(modules: readonly TestModule[]): readonly string[] {
  const titles = modules.flatMap((module) => [...module.children.allSuites()].map(({ name }) => name));
  return [...new Set(titles)].filter((title) => title.endsWith(': skipped)'));
}

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    for (const title of skippedTitles(modules)) console.log(title);
    const file = process.env.COUNTS_FILE;
    if (file !== undefined) writeFileSync(file, JSON.stringify(countRun(modules, unhandledErrors.length)));
  }
}
