/** Runs Vitest with a browser and a Vulkan driver, and counts the results. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BrowserNotFoundError, findBrowser } from './find-browser.ts';
import type { Counts } from './summary-line.ts';
import type { Variables } from './try-browser.ts';
import { vulkanEnvironment } from './vulkan.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const REPORTER = fileURLToPath(new URL('count-reporter.ts', import.meta.url));

export interface TestRun extends Counts {
  readonly exitCode: number;
}

/** Only `--project node` on its own needs no browser. */
export function needsBrowser(args: readonly string[]): boolean {
  const projects = args.flatMap((arg, index) =>
    arg === '--project' ? [args[index + 1]] : arg.startsWith('--project=') ? [arg.slice(10)] : [],
  );
  return projects.length === 0 || projects.some((project) => project !== 'node');
}

async function browserFor(args: readonly string[]): Promise<{ path: string | null; env: Variables }> {
  if (needsBrowser(args)) return findBrowser();
  try {
    return await findBrowser({ mayInstall: false });
  } catch (error) {
    if (error instanceof BrowserNotFoundError) return { path: null, env: {} };
    throw error;
  }
}

/** The environment of the tests: CHROME_BIN, and what browser and Vulkan driver need. */
async function testEnvironment(args: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const { path, env } = await browserFor(args);
  const base = { ...process.env, ...env, ...(path === null ? {} : { CHROME_BIN: path }) };
  return { ...base, ...(await vulkanEnvironment(base, path)) };
}

function runToEnd(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [VITEST, 'run', ...args], { cwd: ROOT, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

async function readCounts(file: string): Promise<Counts> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** The exit code, never zero when nothing ran; a run that failed without a failed test counts one failure. */
export function judge(code: number, counts: Counts): TestRun {
  const ran = counts.passed + counts.failed > 0;
  const exitCode = code === 0 && (!ran || counts.failed > 0) ? 1 : code;
  return { ...counts, exitCode, failed: exitCode === 0 ? 0 : Math.max(1, counts.failed) };
}

/** Runs the tests that `args` (Vitest's own) select: `{ passed, failed, skipped, exitCode }`. */
export async function runVitest(args: readonly string[]): Promise<TestRun> {
  const folder = await mkdtemp(join(tmpdir(), 'corr2d-counts-'));
  const countsFile = join(folder, 'counts.json');
  try {
    const env = { ...(await testEnvironment(args)), COUNTS_FILE: countsFile };
    const code = await runToEnd(['--reporter=default', `--reporter=${REPORTER}`, ...args], env);
    return judge(code, await readCounts(countsFile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
