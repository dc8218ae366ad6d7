/** Vitest's global setup of the end-to-end tests: one production build, made as `npm run build` makes it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the production build, and what went wrong with it. */
    readonly build: { readonly folder: string; readonly error: string | null };
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/**
 * Builds in a process of its own: inside Vitest NODE_ENV is `test`, and Lit would ship its development code.
 * Returns the error, or what a build warned of, instead of throwing it, which would stop every other test of the run.
 */
async function buildInto(folder: string): Promise<string | null> {
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = async (into: string, ...more: readonly string[]): Promise<string> => {
    const argumentsOfVite = [VITE, 'build', '--outDir', into, '--emptyOutDir', '--logLevel', 'warn', ...more];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, argumentsOfVite, {
      cwd: ROOT,
      env,
    });
    return stdout + stderr;
  };
  try {
    const ofPage = await build(folder);
    const warnings = ofPage + (await build(join(folder, 'element'), '--config', 'element/vite.config.ts'));
    return warnings === '' ? null : warnings;
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? String(error);
  }
}

/** Returns the teardown, which deletes the build. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'corr2d-built-'));
  project.provide('build', { folder, error: await buildInto(folder) });
  return () => rm(folder, { recursive: true, force: true });
}
