/** The Vulkan driver with which Dawn computes in Node: SwiftShader, which comes with every Chromium on Linux. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedBrowserFolder } from './packaged-browser.ts';
import type { Variables } from './try-browser.ts';

const LOADER_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/vulkan-loader/', import.meta.url));
const SYSTEM_FOLDERS = [
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];

/** The folder of a SwiftShader that stands beside `browserPath` (which may be null) or is known, or null. */
async function swiftShaderFolder(browserPath: string | null): Promise<string | null> {
  const beside = browserPath === null ? [] : [dirname(realpathSync(browserPath))];
  const hasDriver = (folder: string) => existsSync(join(folder, 'vk_swiftshader_icd.json'));
  return [...beside, ...SYSTEM_FOLDERS].find(hasDriver) ?? (await packagedBrowserFolder());
}

function systemHasLoader(): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libvulkan.so.1');
  } catch {
    return ['/usr/lib64', '/usr/lib'].some((folder) => existsSync(join(folder, 'libvulkan.so.1')));
  }
}

/** A folder with nothing but the loader: the browser's own folder would put its other libraries first, too. */
function loaderFolder(driverFolder: string): string | null {
  const names = ['libvulkan.so.1', 'libvk_swiftshader.so'];
  const library = names.map((name) => join(driverFolder, name)).find((path) => existsSync(path));
  if (library === undefined) return null;
  mkdirSync(LOADER_FOLDER, { recursive: true });
  const link = join(LOADER_FOLDER, 'libvulkan.so.1');
  rmSync(link, { force: true });
  symlinkSync(library, link);
  return LOADER_FOLDER;
}

/** What `env` lacks for Vulkan: nothing off Linux (Dawn uses Metal or Direct3D) or where the user names a driver. */
export async function vulkanEnvironment(
  env: NodeJS.ProcessEnv,
  browserPath: string | null,
): Promise<Variables> {
  const { VK_ICD_FILENAMES, VK_DRIVER_FILES, LD_LIBRARY_PATH } = env;
  if (process.platform !== 'linux' || (VK_ICD_FILENAMES ?? VK_DRIVER_FILES) !== undefined) return {};
  const folder = await swiftShaderFolder(browserPath);
  if (folder === null) return {};
  const driver = { VK_ICD_FILENAMES: join(folder, 'vk_swiftshader_icd.json') };
  const loader = systemHasLoader() ? null : loaderFolder(folder);
  if (loader === null) return driver;
  return { ...driver, LD_LIBRARY_PATH: [loader, LD_LIBRARY_PATH].filter(Boolean).join(':') };
}
