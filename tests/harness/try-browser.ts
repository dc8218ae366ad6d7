/** Proof that a browser starts here: a file that exists may still lack a library or be a stub of a package manager. */
import { chromium } from 'playwright';

/** Variables to add to the environment of a process. */
export type Variables = Readonly<Record<string, string>>;

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Launches the browser once, without a window; returns the reason when it does not start, null when it does. */
export async function reasonNotToStart(executablePath: string, env: Variables): Promise<string | null> {
  try {
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox'],
      env: { ...definedVariables(process.env), ...env },
      timeout: 20_000,
    });
    await browser.close();
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  }
}
