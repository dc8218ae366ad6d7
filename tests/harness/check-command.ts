/** `npm run check`: everything that must hold of a change. Tests run where all else holds. */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { summaryLine } from './summary-line.ts';
import { testCommand } from './test-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly name: string;
  /** One after another; each is a script below node_modules, and its arguments. */
  readonly commands: readonly (readonly [script: string, ...args: string[]])[];
}

const ANALYZER = ['lit-analyzer/cli.js', 'src/ui/**/*.ts', '--strict', '--maxWarnings', '0'] as const;
const VITE = 'vite/bin/vite.js';

/** The longest first. */
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
    execFile(process.execPath, [`node_modules/${script}`, ...args], options, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
  });
}

/** Runs the steps, as many at a time as there are cores; returns how many failed. */
async function countFailures(): Promise<number> {
  const waiting = [...STEPS];
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(step))) failed++;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed;
}

/** Runs every step and all tests; the last line counts the tests. Returns the exit code. */
export async function checkCommand(): Promise<number> {
  const failed = await countFailures();
  if (failed > 0) {
    console.log('check: the tests did not run');
    console.log(summaryLine({ passed: 0, failed, skipped: 0 }));
    return 1;
  }
  console.log('check: tests');
  return testCommand([]);
}
