/** The bench's own packages: installed when they are needed, from its own lockfile. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BENCH = join(ROOT, 'bench');

/** Runs `npm ci` in bench/ unless that was done. None of the packages needs its install script. */
export function installPeers(): void {
  if (existsSync(join(BENCH, 'node_modules/.package-lock.json'))) return;
  console.log('bench: installing the libraries to measure against (once, some 500 MB)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: BENCH,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** Type-checks the bench with its packages; returns the exit code. */
export function typecheck(): number {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '--noEmit', '-p', BENCH], { cwd: ROOT, stdio: 'inherit' });
    return 0;
  } catch {
    return 1;
  }
}
