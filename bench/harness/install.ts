/** The bench's own packages: installed when they are needed, from its own lockfile. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/** Type-checks and lints what the project's own check leaves out; returns the exit code. */
export function typecheck(): number {
  const tools = [
    ['typescript/bin/tsc', '--noEmit', '-p', BENCH],
    ['eslint/bin/eslint.js', '--no-ignore', '--max-warnings', '0', 'bench/peers', 'bench/page'],
  ];
  const codes = tools.map(([tool = '', ...args]) => {
    const script = join(ROOT, 'node_modules', tool);
    return spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
  });
  return Math.max(...codes);
}
