/** Installing a browser, for a machine on which none was found. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MINUTES = 60_000;

/** The commands that a person may run to the same end, each alone is enough. */
export const COMMANDS_TO_RUN = [
  'npx playwright install --with-deps chromium',
  'sudo apt-get update && sudo apt-get install -y chromium',
  'CHROME_BIN=/path/to/chrome npm test',
];

function run(command: string, args: readonly string[]): boolean {
  console.log(`No browser found; trying: ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', timeout: 5 * MINUTES });
  return status === 0;
}

/** Downloads the Chromium that belongs to the installed Playwright; true when that succeeded. */
export function installPlaywrightBrowser(): boolean {
  return run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
}

/** Installs the distribution's Chromium; only on Debian and only as root, where nobody has to be asked. */
export function installDebianBrowser(): boolean {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  return mayInstall && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']);
}
