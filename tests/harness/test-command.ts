/** `npm test`: all tests, or those that Vitest's arguments select. The last line counts them. */
import { BrowserNotFoundError } from './find-browser.ts';
import { runVitest } from './run-vitest.ts';
import { summaryLine } from './summary-line.ts';

/** Runs the tests, prints what came of them, and returns the exit code. */
export async function testCommand(args: readonly string[]): Promise<number> {
  try {
    const result = await runVitest(args);
    console.log(summaryLine(result));
    return result.exitCode;
  } catch (error) {
    if (!(error instanceof BrowserNotFoundError)) throw error;
    console.error(error.message);
    console.log(summaryLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
}
