/** Finds a browser of the Chromium family for the tests. Every one but CHROME_BIN is started once before it is trusted. */
import { join } from 'node:path';
import { COMMANDS_TO_RUN, installDebianBrowser, installPlaywrightBrowser } from './install-browser.ts';
import { installedBrowsers, isExecutable } from './known-places.ts';
import { environmentOfPackage, packagedBrowserFolder } from './packaged-browser.ts';
import { reasonNotToStart, type Variables } from './try-browser.ts';

export interface FoundBrowser {
  readonly path: string;
  /** What the browser needs in its environment. */
  readonly env: Variables;
}

/** Its message lists the commands that a person may run. */
export class BrowserNotFoundError extends Error {
  override readonly name = 'BrowserNotFoundError';
}

/** `{ path, env }` of the first of `candidates` that starts; a note about each that does not goes to `notes`. */
async function firstThatStarts(
  candidates: readonly FoundBrowser[],
  notes: string[],
): Promise<FoundBrowser | null> {
  for (const { path, env } of candidates) {
    const reason = await reasonNotToStart(path, env);
    if (reason === null) return { path, env };
    notes.push(`${path}: ${reason}`);
  }
  return null;
}

function browserNamedByUser(path: string): FoundBrowser {
  if (isExecutable(path)) return { path, env: {} };
  throw new BrowserNotFoundError(`CHROME_BIN is ${path}, which is not an executable file.`);
}

function findInstalled(notes: string[]): Promise<FoundBrowser | null> {
  const candidates = installedBrowsers().map((path) => ({ path, env: {} }));
  return firstThatStarts(candidates, notes);
}

/** Tries the machine's own libraries first, which are newer than the package's. */
async function findPackaged(notes: string[]): Promise<FoundBrowser | null> {
  const folder = await packagedBrowserFolder();
  if (folder === null) return null;
  const path = join(folder, 'chromium');
  return firstThatStarts(
    [
      { path, env: {} },
      { path, env: environmentOfPackage(folder) },
    ],
    notes,
  );
}

async function installAndFind(notes: string[]): Promise<FoundBrowser | null> {
  for (const install of [installPlaywrightBrowser, installDebianBrowser]) {
    const found = install() ? await findInstalled(notes) : null;
    if (found !== null) return found;
  }
  return null;
}

function notFound(notes: readonly string[]): BrowserNotFoundError {
  const tried = notes.length === 0 ? [] : ['These were found but do not start:', ...notes];
  const advice = ['Run one of these, then again `npm test`:', ...COMMANDS_TO_RUN.map((line) => `  ${line}`)];
  const without = ['Without a browser, `npm run test:node` runs the tests that need none.'];
  const lines = ['No browser of the Chromium family was found.', ...tried, ...advice, ...without];
  return new BrowserNotFoundError(lines.join('\n'));
}

/** The browser's path and the environment that it needs. Throws BrowserNotFoundError, which says what to run. */
export async function findBrowser({ mayInstall = true } = {}): Promise<FoundBrowser> {
  const { CHROME_BIN } = process.env;
  if (CHROME_BIN !== undefined && CHROME_BIN !== '') return browserNamedByUser(CHROME_BIN);
  const notes: string[] = [];
  const found = (await findInstalled(notes)) ?? (await findPackaged(notes));
  if (found !== null) return found;
  const installed = mayInstall ? await installAndFind(notes) : null;
  if (installed !== null) return installed;
  throw notFound(notes);
}
