/**
 * `npm run check`: everything that must hold of a change. Many tests wait for a browser or a clock; what is read and built takes
 * the time that they leave.
 */
import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { summaryLine } from './summary-line.ts';
import { runTests } from './test-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly name: string;
  /** One after another; each is a script below node_modules, and its arguments. */
  readonly commands: readonly (readonly [script: string, ...args: string[]])[];
}

const ANALYZER = ['lit-analyzer/cli.js', 'src/ui/**/*.ts', '--strict', '--maxWarnings', '0'] as const;
const VITE = 'vite/bin/vite.js';

const STEPS: readonly Step[] = [
  { name: 'eslint', commands: [['eslint/bin/eslint.js', '--max-warnings', '0', '.']] },
  { name: 'lit-analyzer', commands: [ANALYZER] },
  { name: 'prettier', commands: [['prettier/bin/prettier.cjs', '--check', '.']] },
  { name: 'type check', commands: [['typescript/bin/tsc', '--noEmit', '-p', '.']] },
  { name: 'type check of the service worker', commands: [['typescript/bin/tsc', '-p', 'offline/worker']] },
  // The element's build goes into a folder of the page's.
  {
    name: 'builds',
    commands: [
      [VITE, 'build'],
      [VITE, 'build', '--config', 'element/vite.config.ts'],
    ],
  },
];

/** A warning fails the step, too; `(!)` is how Vite marks one. */
const WARNING = /\bwarn(ing)?s?\b|\(!\)/i;

const LONGEST_OUTPUT = 16 * 1024 * 1024;

async function passes({ name, commands }: Step): Promise<boolean> {
  for (const command of commands) {
    const { failed, output } = await run(command);
    if (!failed && !WARNING.test(output)) continue;
    console.log(`check: ${name} failed\n${output}`);
    return false;
  }
  console.log(`check: ${name}`);
  return true;
}

function run([script, ...args]: Step['commands'][number]): Promise<{ failed: boolean; output: string }> {
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
