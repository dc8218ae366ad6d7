/**
 * `npm run check`: everything that must hold of a change. Many tests wait for a browser or a clock; what is read takes the time
 * that they leave. The production build is made, and held to warn of nothing, for the tests.
 */
import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { summaryLine } from './summary-line.ts';
import { runTests } from './test-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly name: string;
  /** A script below node_modules, and its arguments. */
  readonly command: readonly [script: string, ...args: string[]];
}

const ANALYZER = ['lit-analyzer/cli.js', 'src/ui/**/*.ts', '--strict', '--maxWarnings', '0'] as const;

const STEPS: readonly Step[] = [
  { name: 'eslint', command: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'lit-analyzer', command: ANALYZER },
  { name: 'prettier', command: ['prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'type check', command: ['typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'type check of the service worker', command: ['typescript/bin/tsc', '-p', 'offline/worker'] },
];

/** A warning fails the step, too. */
const WARNING = /\bwarn(ing)?s?\b/i;

const LONGEST_OUTPUT = 16 * 1024 * 1024;

async function passes({ name, command }: Step): Promise<boolean> {
  const { failed, output } = await run(command);
  const isFine = !failed && !WARNING.test(output);
  console.log(isFine ? `check: ${name}` : `check: ${name} failed\n${output}`);
  return isFine;
}

function run([script, ...args]: Step['command']): Promise<{ failed: boolean; output: string }> {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: LONGEST_OUTPUT } as const;
  return new Promise((resolve) => {
    const command = [`node_modules/${script}`, ...args];
    const { pid } = execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
    if (pid !== undefined) giveWay(pid);
  });
}

/** The tests come first, where the system lets a process say so. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Then they share.
  }
}

/** Runs the steps one after another; returns how many failed. */
async function countFailures(): Promise<number> {
  let failed = 0;
  for (const step of STEPS) if (!(await passes(step))) failed++;
  return failed;
}

/** Runs every step and all tests; the last line counts the tests, and every step that failed as one. Returns the exit code. */
export async function checkCommand(): Promise<number> {
  const [failedSteps, tests] = await Promise.all([countFailures(), runTests([])]);
  console.log(summaryLine({ ...tests, failed: tests.failed + failedSteps }));
  return failedSteps > 0 ? 1 : tests.exitCode;
}
