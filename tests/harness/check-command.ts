/** `npm run check`: everything that must hold of a change. It stops at the first that does not. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { summaryLine } from './summary-line.ts';
import { testCommand } from './test-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly name: string;
  /** Below node_modules, and its arguments. */
  readonly command: readonly [script: string, ...args: string[]];
}

const STEPS: readonly Step[] = [
  { name: 'type check', command: ['typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'type check of the service worker', command: ['typescript/bin/tsc', '-p', 'offline/worker'] },
  { name: 'eslint', command: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  {
    name: 'lit-analyzer',
    command: ['lit-analyzer/cli.js', 'src/ui/**/*.ts', '--strict', '--maxWarnings', '0'],
  },
  { name: 'prettier', command: ['prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'production build', command: ['vite/bin/vite.js', 'build'] },
  {
    name: 'element build',
    command: ['vite/bin/vite.js', 'build', '--config', 'element/vite.config.ts'],
  },
];

/** A warning fails the step, too; `(!)` is how Vite marks one. */
const WARNING = /\bwarn(ing)?s?\b|\(!\)/i;

function passes({ name, command: [script, ...args] }: Step): boolean {
  console.log(`check: ${name}`);
  const run = spawnSync(process.execPath, [`node_modules/${script}`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const output = run.stdout + run.stderr;
  if (run.status === 0 && !WARNING.test(output)) return true;
  console.log(output);
  return false;
}

/** Runs every step and all tests; the last line counts the tests. Returns the exit code. */
export async function checkCommand(): Promise<number> {
  const failed = STEPS.find((step) => !passes(step));
  if (failed !== undefined) {
    console.log(`check: ${failed.name} failed, the rest did not run`);
    console.log(summaryLine({ passed: 0, failed: 1, skipped: 0 }));
    return 1;
  }
  console.log('check: tests');
  return testCommand([]);
}
