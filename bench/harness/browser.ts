/** The one browser of a run, opened as the project's tests open it. */
import { chromium, type Browser } from 'playwright';
import { findBrowser } from '../../tests/harness/find-browser.ts';

/** WebGPU on the software adapter where there is no GPU; a real GPU is used where the user names it by BENCH_GPU=1. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  const adapter = process.env.BENCH_GPU === '1' ? [] : ['--use-webgpu-adapter=swiftshader'];
  return chromium.launch({
    executablePath: path,
    env: { ...definedVariables(), ...env },
    // Some libraries keep a software adapter busy for longer than the watchdog lets the GPU process be.
    args: ['--no-sandbox', '--enable-unsafe-webgpu', '--disable-gpu-watchdog', ...adapter],
  });
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
