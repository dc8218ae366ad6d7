/** The Chromium that the optional npm package @sparticuz/chromium carries, for Linux on x64. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Variables } from './try-browser.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

// Run in a process of its own, because the package unpacks into TMPDIR and edits its environment.
const UNPACK = "await (await import('@sparticuz/chromium')).default.executablePath();";

// The package's own file looks for fonts under /tmp and in its cloud's folders only.
const FONTS_CONFIGURATION = '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n';

async function packageVersion(): Promise<string | null> {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const manifest = await readFile(join(dirname(entry), '../../package.json'), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
  } catch {
    return null;
  }
}

/** Unpacks beside the final folder and renames it, so that a run cut short leaves nothing half done. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const unfinished = await mkdtemp(join(CACHE, 'unpacking-'));
  // AWS_LAMBDA_JS_RUNTIME makes the package unpack the libraries that a bare machine lacks.
  const env = { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: CACHE, env });
    await writeFile(join(unfinished, 'fonts/fonts.conf'), FONTS_CONFIGURATION);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The folder of the unpacked browser (`chromium`, SwiftShader, `al2023/lib`, `fonts`), or null where it cannot run. */
export async function packagedBrowserFolder(): Promise<string | null> {
  const version = await packageVersion();
  if (version === null || process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return folder;
}

/** The environment in which the packaged browser starts on a machine without its libraries and fonts. */
export function environmentOfPackage(folder: string): Variables {
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { LD_LIBRARY_PATH: libraries, ...fonts };
}
