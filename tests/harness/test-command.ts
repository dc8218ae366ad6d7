/** `npm test`: all tests, or those that Vitest's arguments select. The last line counts them. */
import { BrowserNotFoundError } from './find-browser.ts';
import { runVitest, type TestRun } from './run-vitest.ts';
import { summaryLine } from './summary-line.ts';

/** Runs the tests, prints what came of them, and returns the exit code. */
export async function testCommand(args: readonly string[]): Promise<number> {
  const result = await runTests(args);
  console.log(summaryLine(result));
  return result.exitCode;
}

/** Runs the tests; says why where there is no browser to run them, which counts as one failure. */
export async function runTests(args: readonly string[]): Promise<TestRun> {
  try {
    return await runVitest(args);
  } catch (error) {
    if (!(error instanceof BrowserNotFoundError)) throw error;
    console.error(error.message);
    return { passed: 0, failed: 1, skipped: 0, exitCode: 1 };
  }
}
