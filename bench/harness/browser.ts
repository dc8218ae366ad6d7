/** The one browser of a run, opened as the project's tests open it. */
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../../tests/harness/find-browser.ts';

/** A real GPU is used where the user names it by BENCH_GPU=1. */
const HAS_GPU = process.env.BENCH_GPU === '1';

/** WebGPU on the software adapter where there is no GPU. */
export function openBrowser(): Promise<Browser> {
  // Some libraries keep a software adapter busy for longer than the watchdog lets the GPU process be.
  const adapter = HAS_GPU ? [] : ['--use-webgpu-adapter=swiftshader'];
  return launch(['--enable-unsafe-webgpu', '--disable-gpu-watchdog', ...adapter]);
}

/** Draws pages as it does on a machine without a GPU; one that has a software adapter for WebGPU draws pages with it, too. */
export function openPageBrowser(): Promise<Browser> {
  return launch(HAS_GPU ? [] : ['--disable-gpu']);
}

async function launch(args: readonly string[]): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env: { ...definedVariables(), ...env },
    args: ['--no-sandbox', ...args],
  });
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
